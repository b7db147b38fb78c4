// The published results of the two methods that are kept with their faults.
#include <algorithm>

#include "catch.hpp"
#include "gramme/estimate.hpp"
#include "methods/duration_formula.hpp"
#include "methods/prefill_decode_as_written_formula.hpp"

namespace gramme {
namespace {

bool has_warning(const Estimate& result, const std::string& code) {
  return std::any_of(result.warnings.begin(), result.warnings.end(),
                     [&](const Warning& warning) { return warning.code == code; });
}

/// A row of the calculator's published results.
struct Published {
  const char* name;
  AsWrittenServer server;
  AsWrittenInputs inputs;
  double intensity;
  double seconds;
  double joules;
  double kilowatt_hours;
  double grams;
};

constexpr AsWrittenServer kOriginal{{700.0}, {70.0}, 0.15, {60.0}};

const Published kPublished[] = {
    {"unit test",
     {{700.0}, {85.0}, 0.3, {1.0}},
     {{300.0}, {50.0}, 1.0},
     1.0,
     90050.0,
     46420775.0,
     12.894659722,
     12.89466},
    {"README, curl",
     {{400.0}, {100.0}, 0.2, {60.0}},
     {{1000.0}, {200.0}, 1.2},
     55.0,
     16670.0,
     6801360.0,
     1.889266667,
     103.909667},
    {"README, command line",
     kOriginal,
     {{2000.0}, {500.0}, 1.3},
     380.0,
     66675.0,
     52483226.25,
     14.578673958,
     5539.896104},
    {"chatbot",
     kOriginal,
     {{1000.0}, {500.0}, 1.3},
     60.0,
     16675.0,
     13125726.25,
     3.646035069,
     218.762104},
    {"completion",
     kOriginal,
     {{2500.0}, {300.0}, 1.3},
     60.0,
     104171.666667,
     81998727.417,
     22.777424282,
     1366.645457},
    {"translation",
     kOriginal,
     {{3000.0}, {3000.0}, 1.3},
     60.0,
     150050.0,
     118111857.5,
     32.808849306,
     1968.530958},
};

/// How far the published figures are rounded: eight digits, grams to the sixth decimal.
constexpr double kPublishedDigits = 1e-8;
constexpr double kPublishedGrams = 1e-6;

TEST_CASE("the calculator as written gives its published times, energies and grams") {
  for (const Published& row : kPublished) {
    CAPTURE(row.name);
    const AsWrittenResult result = prefill_decode_as_written_formula(row.server, row.inputs);
    const double kilowatt_hours = to_kilowatt_hours(to_watt_hours(result.energy)).value;
    CHECK(result.time.value == Approx(row.seconds).epsilon(kPublishedDigits));
    CHECK(result.energy.value == Approx(row.joules).epsilon(kPublishedDigits));
    CHECK(kilowatt_hours == Approx(row.kilowatt_hours).epsilon(kPublishedDigits));
    CHECK(kilowatt_hours * row.intensity == Approx(row.grams).margin(kPublishedGrams));
  }
}

Exchange exchange_of(const std::string& method) {
  Exchange exchange;
  exchange.model = "gpt-5-4";
  exchange.method = method;
  exchange.input_tokens = exactly(2000.0);
  exchange.output_tokens = exactly(500.0);
  exchange.pue = exactly(1.3);
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour = exactly(380.0);
  return exchange;
}

Estimate estimate_of(const Exchange& exchange) {
  return estimate(shipped_catalog(), exchange).value();
}

TEST_CASE("prefill-decode-as-written estimates what was published, and warns") {
  const Estimate result = estimate_of(exchange_of("prefill-decode-as-written"));
  CHECK(result.footprint.energy_watt_hours.central == Approx(14578.673958).epsilon(1e-9));
  CHECK(result.footprint.grams_co2e.central == Approx(5539.896104).epsilon(1e-9));
  CHECK(has_warning(result, "dimension_error_in_method"));
  const Estimate corrected = estimate_of(exchange_of("prefill-decode"));
  CHECK_FALSE(has_warning(corrected, "dimension_error_in_method"));
  CHECK(corrected.footprint.energy_watt_hours.high * 1000.0 <
        result.footprint.energy_watt_hours.low);
}

TEST_CASE("cached input counts as input where no cache is known") {
  Exchange cached = exchange_of("prefill-decode-as-written");
  cached.input_tokens = exactly(500.0);
  cached.cached_input_tokens = exactly(1500.0);
  CHECK(estimate_of(cached).footprint.energy_watt_hours ==
        estimate_of(exchange_of("prefill-decode-as-written")).footprint.energy_watt_hours);
}

TEST_CASE("duration-as-written gives the figures of its worked example, and warns") {
  Exchange exchange = exchange_of("duration-as-written");
  exchange.latency_seconds = 2.0;
  exchange.pue = exactly(1.1);
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour = exactly(100.0);
  const Estimate result = estimate_of(exchange);
  CHECK(result.footprint.energy_watt_hours.central == Approx(246.4).epsilon(1e-12));
  CHECK(result.footprint.operational_grams_co2e.central == Approx(24.64).epsilon(1e-12));
  CHECK(result.footprint.embodied_grams_co2e->central ==
        Approx(2.0 / (3600.0 * 35064.0) * 694522.0).epsilon(1e-12));
  CHECK(has_warning(result, "whole_device_in_method"));
  CHECK_FALSE(has_warning(result, "speed_assumed"));
}

TEST_CASE("a machine that sixteen requests share weighs a sixteenth for each") {
  DurationServer server{8.0, {700.0}, 1.0, 26280.0, 1000.0};
  const DurationResult whole = duration_formula(server, {10.0}, 1.2);
  server.batch_size = 16.0;
  const DurationResult shared = duration_formula(server, {10.0}, 1.2);
  CHECK(whole.energy.value == Approx(16.0 * shared.energy.value).epsilon(1e-12));
  CHECK(whole.embodied_grams_co2e == Approx(16.0 * shared.embodied_grams_co2e).epsilon(1e-12));
}

}  // namespace
}  // namespace gramme
