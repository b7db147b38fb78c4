#include "api/door.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

using test::at;
using test::verdict_on;

const std::string kCalibration =
    "calibrations:\n- {id: one, model: \"gemma:2b\", hardware: laptop1, "
    "input_watt_hours_per_token: 0.00001, output_watt_hours_per_token: 0.0002, "
    "request_watt_hours: 0.004, residual_factor: {low: 0.9, central: 1, high: 1.1}, rows: 100, "
    "held_out_mean_absolute_error_share: 0.05, boundary: [host], source: test, "
    "as_of: \"2026-01-01\"}\n";

TEST_CASE("an overlay changes the keys it gives of entries it names, and adds new ones") {
  Core core = make_full_core();
  const std::size_t models = shipped_catalog().models.size();
  const std::string yaml =
      "regions:\n- {id: fra, name: Hexagon}\n"
      "models:\n- {id: mine, name: Mine, provider: openai, class: small, encoding: o200k_base, "
      "source: me, as_of: \"2026-01-01\"}\n"
      "methods:\n- id: epoch-2025\n  profiles:\n  - id: \"2025-02\"\n    constants: {pue: 1.5}\n";
  const std::string answer = load_overlay_call(core, yaml);
  CAPTURE(answer);
  const Region& shipped = *find_by_id(shipped_catalog().regions, "fra");
  const Region& changed = *find_by_id(core.catalog->regions, "fra");
  CHECK(changed.name == "Hexagon");
  CHECK(changed.carbon_intensity_grams_co2e_per_kilowatt_hour ==
        shipped.carbon_intensity_grams_co2e_per_kilowatt_hour);
  CHECK(core.catalog->models.size() == models + 1);
  CHECK(find_by_id(core.catalog->models, "mine") != nullptr);
  const MethodEntry& epoch = *find_by_id(core.catalog->methods, "epoch-2025");
  CHECK(epoch.profiles.size() ==
        find_by_id(shipped_catalog().methods, "epoch-2025")->profiles.size());
}

TEST_CASE("overlays lie one over the other, and another core sees none of them") {
  Core core = make_full_core();
  REQUIRE(verdict_on(load_overlay_call(core, kCalibration)) == "ok");
  REQUIRE(verdict_on(load_overlay_call(core, "regions: [{id: fra, name: Hexagon}]")) == "ok");
  CHECK(core.catalog->calibrations.size() == 1);
  CHECK(find_by_id(core.catalog->regions, "fra")->name == "Hexagon");
  CHECK(make_full_core().catalog->calibrations.empty());
  CHECK(shipped_catalog().calibrations.empty());
}

TEST_CASE("what is wrong with an overlay is told by its place there, and the catalog stays") {
  Core core = make_full_core();
  const auto [yaml, expected] = GENERATE(table<std::string, std::string>({
      {"regions:\n- {id: usa}\n- {id: fra, name: 5}\n", "invalid_type regions[1].name"},
      {"models:\n- {id: mine, name: Mine}\n", "missing_key models[0].provider"},
      {"models:\n- {id: mine, colour: red}\n", "unknown_key models[0].colour"},
      {"models:\n- {id: gpt-5, provider: nobody}\n", "dangling_reference models[0].provider"},
      {"regions:\n- {id: fra}\n- {id: fra}\n", "duplicate_id regions[1]"},
      {"colours: []\n", "unknown_key colours"},
      {"regions: 5\n", "invalid_type regions"},
      {"- 1\n", "invalid_type "},
      {"a: [\n", "invalid_yaml "},
      {"a: &x [1]\nb: *x\n", "invalid_yaml "},
      {"methods:\n- {id: tea-leaves, name: Tea, default_profile: a, boundary: [gpu], source: s, "
       "as_of: \"1\", profiles: [{id: a, constants: {b: 1}, source: s, as_of: \"1\"}]}\n",
       "unknown_method methods[0].id"},
  }));
  CAPTURE(yaml);
  CHECK(verdict_on(load_overlay_call(core, yaml)) == expected);
  CHECK(&*core.catalog == &shipped_catalog());
}

TEST_CASE("large, deep and many overlays are refused before they cost") {
  Core core = make_full_core();
  CHECK(verdict_on(load_overlay_call(core, std::string((1U << 20U) + 1, ' '))) == "too_large ");
  CHECK(verdict_on(load_overlay_call(core, std::string(40, '[') + std::string(40, ']'))) ==
        "too_deep ");
  for (int i = 0; i < 32; ++i) {
    REQUIRE(verdict_on(load_overlay_call(core, "regions: []")) == "ok");
  }
  CHECK(verdict_on(load_overlay_call(core, "regions: []")) == "too_large ");
  CHECK(core.catalog->regions.size() == shipped_catalog().regions.size());
}

}  // namespace
}  // namespace gramme
