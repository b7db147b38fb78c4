// The published example of docs/method.md#prefill-decode, computed by hand from its formula.
#include "catch.hpp"
#include "gramme/estimate.hpp"

namespace gramme {
namespace {

/// GPT-5.4: 450 billion parameters in total, so 1.2 * 450 * 2 = 1080 GB need 13.5, thus 16 GPUs.
Exchange example() {
  Exchange exchange;
  exchange.model = "gpt-5-4";
  exchange.input_tokens = exactly(1000.0);
  exchange.cached_input_tokens = exactly(500.0);
  exchange.output_tokens = exactly(300.0);
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour = exactly(100.0);
  exchange.pue = exactly(1.25);
  exchange.method = "prefill-decode";
  return exchange;
}

TEST_CASE("prefill-decode gives the figures of its worked example") {
  const Footprint footprint = estimate(shipped_catalog(), example()).value().footprint;
  const double low = (700.0 * 0.7 + 75.0) * 16.0 / 64.0 * (1025.0 / 2000.0 + 300.0 / 100.0);
  const double central = (700.0 * 0.85 + 150.0) * 16.0 / 32.0 * (1050.0 / 1000.0 + 300.0 / 60.0);
  const double high = (700.0 * 1.0 + 200.0) * 16.0 / 8.0 * (1100.0 / 500.0 + 300.0 / 40.0);
  CHECK(footprint.energy_watt_hours.low == Approx(low * 1.25 / 3600.0).epsilon(1e-12));
  CHECK(footprint.energy_watt_hours.central == Approx(central * 1.25 / 3600.0).epsilon(1e-12));
  CHECK(footprint.energy_watt_hours.high == Approx(high * 1.25 / 3600.0).epsilon(1e-12));
  CHECK(footprint.grams_co2e.central == Approx(0.0782508680555556).epsilon(1e-12));
}

TEST_CASE("tokens served from a cache cost less than new ones and more than none") {
  Exchange cached = example();
  Exchange fresh = example();
  fresh.input_tokens = exactly(1500.0);
  fresh.cached_input_tokens = exactly(0.0);
  Exchange without = example();
  without.cached_input_tokens = exactly(0.0);
  const auto energy = [](const Exchange& exchange) {
    return estimate(shipped_catalog(), exchange).value().footprint.energy_watt_hours.central;
  };
  CHECK(energy(without) < energy(cached));
  CHECK(energy(cached) < energy(fresh));
}

TEST_CASE("input tokens cost time in proportion, not squared") {
  Exchange once = example();
  once.output_tokens = exactly(0.0);
  once.cached_input_tokens = exactly(0.0);
  Exchange twice = once;
  twice.input_tokens = exactly(2000.0);
  const auto energy = [](const Exchange& exchange) {
    return estimate(shipped_catalog(), exchange).value().footprint.energy_watt_hours.central;
  };
  CHECK(energy(twice) == Approx(2.0 * energy(once)).epsilon(1e-12));
}

}  // namespace
}  // namespace gramme
