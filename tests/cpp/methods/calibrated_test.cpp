#include "catch.hpp"
#include "gramme/explain.hpp"

namespace gramme {
namespace {

Calibration calibration_of(const std::string& model, const std::string& hardware) {
  Calibration out;
  out.id = model + hardware;
  out.model = model;
  out.hardware = hardware;
  out.input_watt_hours_per_token = 1e-5;
  out.output_watt_hours_per_token = 2e-4;
  out.request_watt_hours = 4e-3;
  out.residual_factor = {0.9, 1.0, 1.1};
  out.boundary = {"accelerators", "host"};
  out.source = {"measured", "2026-11-21"};
  return out;
}

Catalog catalog_with(std::vector<Calibration> calibrations) {
  Catalog catalog = shipped_catalog();
  catalog.calibrations = std::move(calibrations);
  return catalog;
}

Exchange exchange_of(const std::string& model) {
  Exchange exchange;
  exchange.model = model;
  exchange.input_tokens = exactly(100.0);
  exchange.output_tokens = exactly(400.0);
  return exchange;
}

bool warns(const Estimate& estimate, const std::string& code) {
  for (const Warning& warning : estimate.warnings) {
    if (warning.code == code) return true;
  }
  return false;
}

constexpr double kExpected = 100 * 1e-5 + 400 * 2e-4 + 4e-3;

TEST_CASE("a calibrated model is estimated by its coefficients, known to the catalog or not") {
  const Catalog catalog = catalog_with({calibration_of("gemma:2b", "laptop1")});
  const Estimate out = estimate(catalog, exchange_of("Gemma:2b")).value();
  CHECK(out.method == "per-token");
  CHECK(out.profile == "calibrated");
  CHECK(out.model_id == "gemma:2b");
  CHECK(out.model_match == ModelMatch::exact);
  CHECK(out.footprint.energy_watt_hours.low == Approx(0.9 * kExpected));
  CHECK(out.footprint.energy_watt_hours.central == Approx(kExpected));
  CHECK(out.footprint.energy_watt_hours.high == Approx(1.1 * kExpected));
  CHECK(out.boundary == std::vector<std::string>{"accelerators", "host"});
  CHECK(out.sources.front().source == "measured");
  CHECK_FALSE(warns(out, "unknown_model"));
  CHECK_FALSE(warns(out, "calibration_hardware_assumed"));
  CHECK(warns(out, "region_assumed"));
}

TEST_CASE("the PUE counts only when the exchange gives one") {
  const Catalog catalog = catalog_with({calibration_of("gemma:2b", "laptop1")});
  Exchange exchange = exchange_of("gemma:2b");
  exchange.pue = exactly(1.5);
  const Estimate out = estimate(catalog, exchange).value();
  CHECK(out.footprint.energy_watt_hours.central == Approx(1.5 * kExpected));
  CHECK(out.boundary.back() == "pue");
}

TEST_CASE("the region asked for counts, and an unknown one is refused") {
  const Catalog catalog = catalog_with({calibration_of("gemma:2b", "laptop1")});
  Exchange exchange = exchange_of("gemma:2b");
  exchange.region = "FRA";
  const Estimate out = estimate(catalog, exchange).value();
  CHECK(out.region == "fra");
  CHECK_FALSE(warns(out, "region_assumed"));
  const Range intensity =
      find_by_id(catalog.regions, "fra")->carbon_intensity_grams_co2e_per_kilowatt_hour;
  CHECK(out.footprint.grams_co2e.central == Approx(kExpected * intensity.central / 1000.0));
  exchange.region = "atlantis";
  CHECK(estimate(catalog, exchange).error().code == ErrorCode::unknown_region);
}

TEST_CASE("several machines are spanned with a warning, unless one is named") {
  Calibration hungry = calibration_of("gemma:2b", "laptop2");
  hungry.output_watt_hours_per_token *= 3;
  const Catalog catalog = catalog_with({calibration_of("gemma:2b", "laptop1"), hungry});
  Exchange exchange = exchange_of("gemma:2b");
  const Estimate all = estimate(catalog, exchange).value();
  CHECK(warns(all, "calibration_hardware_assumed"));
  CHECK(all.footprint.energy_watt_hours.low == Approx(0.9 * kExpected));
  CHECK(all.footprint.energy_watt_hours.high == Approx(1.1 * (kExpected + 400 * 4e-4)));
  exchange.server.accelerator = "Laptop1";
  const Estimate one = estimate(catalog, exchange).value();
  CHECK_FALSE(warns(one, "calibration_hardware_assumed"));
  CHECK(one.footprint.energy_watt_hours.central == Approx(kExpected));
}

TEST_CASE("another method, model or machine is estimated as without calibrations") {
  const Catalog catalog = catalog_with({calibration_of("gemma:2b", "laptop1")});
  Exchange exchange = exchange_of("gemma:2b");
  exchange.method = "roofline";
  CHECK(estimate(catalog, exchange).value().method == "roofline");
  CHECK(estimate(catalog, exchange_of("gpt-5")).value().method == "roofline");
  exchange.method = "per-token";
  exchange.profile = "claude-carbon";
  CHECK(estimate(catalog, exchange).value().profile == "claude-carbon");
  exchange = exchange_of("gemma:2b");
  exchange.server.accelerator = "h100";
  CHECK(estimate(catalog, exchange).value().method == "roofline");
  exchange = exchange_of("gpt-5");
  exchange.method = "per-token";
  exchange.profile = "calibrated";
  CHECK(estimate(catalog, exchange).error().path == "/profile");
}

TEST_CASE("an estimate by a calibration is explained by its tree alone") {
  const Catalog catalog = catalog_with({calibration_of("gemma:2b", "laptop1")});
  const Explanation out = explain(catalog, exchange_of("gemma:2b")).value();
  CHECK(out.estimate.profile == "calibrated");
  CHECK(out.carbon.parts.front().parts.front().central == Approx(kExpected));
  CHECK(out.factors.empty());
}

TEST_CASE("a model's usual name finds the calibration of its usual size") {
  const Catalog catalog = catalog_with({calibration_of("llama3:8b", "laptop1")});
  CHECK(estimate(catalog, exchange_of("llama3")).value().profile == "calibrated");
  CHECK(estimate(catalog, exchange_of("llama3:70b")).value().profile != "calibrated");
}

TEST_CASE("cached input costs its share of new input") {
  const Catalog catalog = catalog_with({calibration_of("gemma:2b", "laptop1")});
  Exchange exchange = exchange_of("gemma:2b");
  exchange.cached_input_tokens = exactly(1000.0);
  CHECK(estimate(catalog, exchange).value().footprint.energy_watt_hours.central ==
        Approx(kExpected + 0.08 * 1000 * 1e-5));
}

}  // namespace
}  // namespace gramme
