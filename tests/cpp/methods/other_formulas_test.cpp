// Formulas for other work than chats: published numbers and facts. Their vectors are replayed by
// `npm run conformance`.
#include "catch.hpp"
#include "methods/co2js_formula.hpp"
#include "methods/codecarbon_formula.hpp"
#include "methods/llmcarbon_formula.hpp"
#include "methods/sci_formula.hpp"

namespace gramme {
namespace {

TEST_CASE("training T5 takes about the days and tonnes that were reported") {
  const LlmcarbonResult t5 = llmcarbon_formula(
      {kTrainingFlopPerParameterAndToken, 11.0, 600.0, 512.0, 123.0, 0.37, {310.0}, 1.12});
  CHECK(t5.days == Approx(20.0).epsilon(0.05));
  CHECK(t5.energy.value * 0.545 / 1000.0 == Approx(46.7).epsilon(0.05));
}

TEST_CASE("inference is a third of the work of training") {
  LlmcarbonWork work{kTrainingFlopPerParameterAndToken, 7.0, 100.0, 8.0, 312.0, 0.4, {400.0}, 1.1};
  const double training = llmcarbon_formula(work).energy.value;
  work.flop_per_parameter_and_token = kInferenceFlopPerParameterAndToken;
  CHECK(llmcarbon_formula(work).energy.value == Approx(training / 3.0).epsilon(1e-12));
}

TEST_CASE("a component used for its whole life is charged its whole making") {
  CHECK(llmcarbon_embodied_kilograms_co2e({8.14, 1.8, 4.0}, 1825.0, 1825.0) ==
        Approx(8.14 * 1.8 * 4.0).epsilon(1e-12));
}

TEST_CASE("more of a server weighs more to make, by the share that is used") {
  const Seconds hour{3600.0};
  SciServer server;
  const double baseline = sci_embodied_grams_co2e(server, hour);
  CHECK(baseline == Approx(1e6 * 3600.0 / 126144000.0).epsilon(1e-12));
  server.usage_ratio = 0.5;
  CHECK(sci_embodied_grams_co2e(server, hour) == Approx(baseline / 2.0).epsilon(1e-12));
  server.memory_gigabytes = 32.0;
  CHECK(sci_embodied_grams_co2e(server, hour) > baseline / 2.0);
}

TEST_CASE("a processor's power follows Teads's points and grows with its load") {
  CHECK(teads_power_share(0.0) == Approx(0.12));
  CHECK(teads_power_share(0.1) == Approx(0.32));
  CHECK(teads_power_share(0.5) == Approx(0.75));
  CHECK(teads_power_share(0.75) == Approx(0.885));
  CHECK(teads_power_share(1.0) == Approx(1.02));
  for (double load = 0.0; load < 1.0; load += 0.01) {
    REQUIRE(teads_power_share(load) < teads_power_share(load + 0.01));
  }
}

TEST_CASE("a clean grid leaves the making of the hardware") {
  CHECK(co2js_swd4_grams_co2e(1e9, 0.0) == Approx(52.364).epsilon(1e-12));
  CHECK(co2js_swd4_grams_co2e(1e9, 100.0) == Approx(71.764).epsilon(1e-12));
  CHECK(co2js_swd4_grams_co2e(0.0, 100.0) == 0.0);
}

TEST_CASE("a visit weighs less than the transfer of the whole page") {
  const double whole = co2js_swd3_grams_co2e({1e6, false});
  CHECK(co2js_swd3_grams_co2e({1e6, true}) == Approx(0.755 * whole).epsilon(1e-12));
  CHECK(co2js_one_byte_grams_co2e(1e9) == Approx(290.813).epsilon(1e-12));
}

TEST_CASE("memory has a power per module that falls with their number, and a least one") {
  CHECK(codecarbon_memory_power(1.0, false).value == 10.0);
  CHECK(codecarbon_memory_power(16.0, false).value == 10.0);
  CHECK(codecarbon_memory_power(64.0, false).value == 20.0);
  CHECK(codecarbon_memory_power(128.0, false).value == Approx(38.0));
  CHECK(codecarbon_memory_power(128.0, true).value == Approx(11.4));
  // 129 GB: nine modules of 16 GB.
  CHECK(codecarbon_memory_power(129.0, false).value == Approx(5.0 * (4.0 + 3.6 + 0.8)));
  // A terabyte and a half: twelve of 128 GB; far more: never over 32 modules.
  CHECK(codecarbon_memory_power(1536.0, false).value == Approx(5.0 * (4.0 + 3.6 + 3.2)));
  CHECK(codecarbon_memory_power(1e18, false).value == Approx(5.0 * (4.0 + 3.6 + 6.4 + 11.2)));
}

TEST_CASE("a processor without a meter is taken for half its design power") {
  CHECK(codecarbon_cpu_power(Watts{200.0}).value == 100.0);
  CHECK(codecarbon_cpu_power(std::nullopt).value == 42.5);
}

TEST_CASE("an unknown country has CodeCarbon's world figure, and that is said") {
  const Region* france = find_by_id(shipped_catalog().regions, "fra");
  CHECK(codecarbon_intensity(france).grams_co2e_per_kilowatt_hour == 56.039);
  CHECK_FALSE(codecarbon_intensity(france).is_world_default);
  CHECK(codecarbon_intensity(nullptr).grams_co2e_per_kilowatt_hour == 475.0);
  CHECK(codecarbon_intensity(nullptr).is_world_default);
}

}  // namespace
}  // namespace gramme
