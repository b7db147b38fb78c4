// Worked examples of docs/method.md for the methods kept for comparison, and facts about them.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "gramme/estimate.hpp"
#include "methods/epoch_formula.hpp"
#include "methods/per_token_formula.hpp"

namespace gramme {
namespace {

Exchange exchange_of(const std::string& method, const std::string& model, double output_tokens) {
  Exchange exchange;
  exchange.method = method;
  exchange.model = model;
  exchange.output_tokens = exactly(output_tokens);
  exchange.region = "fra";
  return exchange;
}

Estimate estimate_of(const Exchange& exchange) {
  return estimate(shipped_catalog(), exchange).value();
}

bool has_warning(const Exchange& exchange, const std::string& code) {
  const Estimate result = estimate_of(exchange);
  return std::any_of(result.warnings.begin(), result.warnings.end(),
                     [&](const Warning& warning) { return warning.code == code; });
}

TEST_CASE("duration gives the figures of its worked example") {
  Exchange exchange = exchange_of("duration", "gpt-5-4", 300.0);
  exchange.latency_seconds = 6.0;
  exchange.pue = exactly(1.25);
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour = exactly(100.0);
  const Footprint footprint = estimate_of(exchange).footprint;
  CHECK(footprint.energy_watt_hours.low ==
        Approx(6.0 * 16.0 * 565.0 * 1.25 / 3600.0 / 64.0).epsilon(1e-12));
  CHECK(footprint.energy_watt_hours.central ==
        Approx(6.0 * 16.0 * 745.0 * 1.25 / 3600.0 / 32.0).epsilon(1e-12));
  CHECK(footprint.energy_watt_hours.high ==
        Approx(6.0 * 16.0 * 900.0 * 1.25 / 3600.0 / 8.0).epsilon(1e-12));
  CHECK(footprint.embodied_grams_co2e->central ==
        Approx(6.0 / (3600.0 * 26280.0) * 16.0 * 985500.0 / 32.0).epsilon(1e-12));
}

TEST_CASE("without a measured time the tokens and a usual speed stand in, with a warning") {
  Exchange exchange = exchange_of("duration", "gpt-5-4", 300.0);
  CHECK(has_warning(exchange, "speed_assumed"));
  const Range assumed = estimate_of(exchange).footprint.energy_watt_hours;
  exchange.latency_seconds = 300.0 / 60.0;
  CHECK_FALSE(has_warning(exchange, "speed_assumed"));
  CHECK(estimate_of(exchange).footprint.energy_watt_hours.central ==
        Approx(assumed.central).epsilon(1e-12));
  exchange.latency_seconds = 0.0;
  CHECK(estimate_of(exchange).footprint.energy_watt_hours == exactly(0.0));
}

TEST_CASE("per-token gives the grams of its source on its grid") {
  Exchange exchange = exchange_of("per-token", "claude-sonnet-4", 80000.0);
  exchange.input_tokens = exactly(20000.0);
  exchange.cached_input_tokens = exactly(12e6);
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour = exactly(287.0);
  exchange.pue = exactly(1.14);
  const Footprint footprint = estimate_of(exchange).footprint;
  CHECK(footprint.grams_co2e.central == Approx(104.3).epsilon(1e-12));
  CHECK(footprint.energy_watt_hours.central == Approx(104300.0 / 287.0).epsilon(1e-12));
  CHECK(footprint.grams_co2e.low < footprint.grams_co2e.central);
  CHECK(footprint.grams_co2e.central < footprint.grams_co2e.high);
}

TEST_CASE("a model's name says its tier") {
  CHECK(tier_named_in("claude-mythos-5") == TokenTier::fable);
  CHECK(tier_named_in("Claude Opus 4.6") == TokenTier::opus);
  CHECK(tier_named_in("claude-3-5-haiku") == TokenTier::haiku);
  CHECK_FALSE(tier_named_in("gpt-5"));
  CHECK_FALSE(tier_named_in(""));
}

TEST_CASE("a model without a tier has that of its class, with a warning") {
  CHECK_FALSE(has_warning(exchange_of("per-token", "claude-opus-4-6", 300.0), "tier_assumed"));
  CHECK(has_warning(exchange_of("per-token", "gpt-5", 300.0), "tier_assumed"));
  const auto grams_per_million = [](const std::string& model) {
    Exchange exchange = exchange_of("per-token", model, 1e6);
    exchange.pue = exactly(1.14);
    exchange.carbon_intensity_grams_co2e_per_kilowatt_hour = exactly(287.0);
    return estimate_of(exchange).footprint.grams_co2e.central;
  };
  CHECK(grams_per_million("gpt-5") == Approx(826.0).epsilon(1e-12));
  CHECK(grams_per_million("gpt-4o-mini") == Approx(413.0).epsilon(1e-12));
  CHECK(grams_per_million("gpt-5-pro") == Approx(1652.0).epsilon(1e-12));
}

TEST_CASE("jegham-2025 gives the figures of its worked example, and water") {
  Exchange exchange = exchange_of("jegham-2025", "gpt-4o", 300.0);
  exchange.pue = exactly(1.12);
  const Footprint footprint = estimate_of(exchange).footprint;
  const double seconds = 300.0 / 37.8 + 0.52;
  const double low = 5600.0 * 0.45 / 8.0 + 4600.0 * 0.5 / 8.0;
  const double high = 5600.0 * 0.6 / 8.0 + 4600.0 * 0.5 / 8.0;
  CHECK(footprint.energy_watt_hours.low == Approx(seconds * low * 1.12 / 3600.0).epsilon(1e-12));
  CHECK(footprint.energy_watt_hours.high == Approx(seconds * high * 1.12 / 3600.0).epsilon(1e-12));
  CHECK(footprint.water_litres.has_value());
  CHECK_FALSE(footprint.embodied_grams_co2e.has_value());
}

TEST_CASE("jegham-2025 warns where no speed of the model is published") {
  CHECK_FALSE(has_warning(exchange_of("jegham-2025", "gpt-4o", 300.0), "speed_assumed"));
  CHECK(has_warning(exchange_of("jegham-2025", "gpt-99", 300.0), "speed_assumed"));
}

TEST_CASE("Epoch's three scenarios come out as published") {
  const auto watt_hours = [](double active_billion, double tokens, double utilization, double pue) {
    const EpochServer server{9.89e14, utilization, {1275.0}, 0.7};
    return epoch_formula(server, {active_billion, {tokens}, pue}).energy.value;
  };
  CHECK(watt_hours(100.0, 500.0, 0.1, 1.2) == Approx(0.301).margin(0.0005));
  CHECK(watt_hours(20.0, 500.0, 0.1, 1.2) == Approx(0.06).margin(0.0005));
  CHECK(watt_hours(200.0, 1500.0, 0.05, 1.3) == Approx(3.911).margin(0.0005));
}

TEST_CASE("epoch-2025 of GPT-4o lies around the published figure") {
  Exchange exchange = exchange_of("epoch-2025", "gpt-4o", 500.0);
  exchange.pue = exactly(1.2);
  const Range energy = estimate_of(exchange).footprint.energy_watt_hours;
  CHECK(energy.central == Approx(0.2647).epsilon(1e-3));
  CHECK(energy.low < 0.301);
  CHECK(energy.high > 0.301);
}

bool is_finite(const Range& range) {
  return std::isfinite(range.low) && std::isfinite(range.central) && std::isfinite(range.high);
}

TEST_CASE("no token and a trillion tokens have a finite footprint under every method") {
  for (const MethodEntry& method : shipped_catalog().methods) {
    for (const double tokens : {0.0, 1e12}) {
      CAPTURE(method.id, tokens);
      Exchange exchange = exchange_of(method.id, "gpt-5", tokens);
      exchange.input_tokens = exactly(tokens);
      exchange.cached_input_tokens = exactly(tokens);
      const Footprint footprint = estimate_of(exchange).footprint;
      CHECK(is_finite(footprint.energy_watt_hours));
      CHECK(is_finite(footprint.grams_co2e));
      CHECK(footprint.energy_watt_hours.low >= 0.0);
    }
  }
}

}  // namespace
}  // namespace gramme
