#include "catalog/config_files.hpp"
#include "catalog/cpu_table.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

double watts_of(std::string_view model) {
  const CpuGroup* group = find_cpu(shipped_cpus(), model);
  return group == nullptr ? 0.0 : group->thermal_design_power_watts;
}

TEST_CASE("processors are found by the names that they give themselves") {
  CHECK(watts_of("Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz") == 15.0);
  CHECK(watts_of("Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz") == 120.0);
  CHECK(watts_of("AMD EPYC 7763 64-Core Processor") == 280.0);
  CHECK(watts_of("AMD Ryzen 7 5800H with Radeon Graphics") == 45.0);
  CHECK(watts_of("AMD Ryzen 7 PRO 4750G with Radeon Graphics") == 65.0);
  CHECK(watts_of("Apple M1") == 10.0);
  CHECK(watts_of("13th Gen Intel(R) Core(TM) i5-13600K") == 125.0);
}

TEST_CASE("a name that only begins like one of the table is another processor") {
  CHECK(watts_of("AMD EPYC 7763X 64-Core Processor") == 0.0);
  CHECK(watts_of("Intel(R) Xeon(R) Processor") == 0.0);
  CHECK(watts_of("") == 0.0);
}

TEST_CASE("the shipped table is valid and has hundreds of processors") {
  const auto document = parse_yaml(test::read_text(GRAMME_CONFIG_DIR "/local/cpus.yaml"));
  REQUIRE(document.is_ok());
  const auto groups = load_cpus(*document);
  REQUIRE(groups.is_ok());
  std::size_t names = 0;
  for (const CpuGroup& group : *groups) names += group.names.size();
  CHECK(names >= 700);
  CHECK(shipped_cpus().size() == groups->size());
}

TEST_CASE("a table with a fault is refused") {
  const auto problem_of = [](const std::string& yaml) {
    const auto groups = load_cpus(*parse_yaml(yaml));
    return groups ? std::string("none")
                  : std::string(name_of(groups.error().code)) + " " + groups.error().path;
  };
  const std::string end = ", source: s, as_of: d}\n";
  CHECK(problem_of("cpus:\n- {id: a, thermal_design_power_watts: 5, names: [\"X 1\"]" + end +
                   "- {id: b, thermal_design_power_watts: 6, names: [\"x  1\"]" + end) ==
        "duplicate_id cpus[1].names");
  CHECK(problem_of("cpus:\n- {id: a, thermal_design_power_watts: 0, names: [\"X\"]" + end) ==
        "out_of_range cpus[0].thermal_design_power_watts");
  CHECK(problem_of("cpus:\n- {id: a, thermal_design_power_watts: 5, names: [\"X\"]}") ==
        "missing_source cpus[0].source");
}

}  // namespace
}  // namespace gramme
