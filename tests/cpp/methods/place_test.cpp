#include <algorithm>

#include "catch.hpp"
#include "gramme/estimate.hpp"

namespace gramme {
namespace {

Exchange exchange_in(const std::string& region) {
  Exchange exchange;
  exchange.model = "gpt-5";
  exchange.output_tokens = exactly(300.0);
  exchange.region = region;
  return exchange;
}

Estimate estimate_of(const Exchange& exchange) {
  return estimate(shipped_catalog(), exchange).value();
}

Estimate in_year(const std::string& region, int year) {
  Exchange exchange = exchange_in(region);
  exchange.year = year;
  return estimate_of(exchange);
}

/// Grams per kilowatt-hour at the centre, out of the figures of an estimate.
double intensity_of(const Estimate& estimate) {
  return estimate.footprint.operational_grams_co2e.central /
         estimate.footprint.energy_watt_hours.central * 1000.0;
}

bool warns(const Estimate& estimate, std::string_view code) {
  return std::any_of(estimate.warnings.begin(), estimate.warnings.end(),
                     [&](const Warning& warning) { return warning.code == code; });
}

bool names(const Estimate& estimate, std::string_view source, std::string_view as_of) {
  return std::any_of(estimate.sources.begin(), estimate.sources.end(), [&](const Source& entry) {
    return entry.source == source && entry.as_of == as_of;
  });
}

TEST_CASE("a year that the region has gives that year's figure and its source") {
  const Estimate result = in_year("fra", 2024);
  CHECK(intensity_of(result) == Approx(44.18));
  CHECK(result.region_year == 2024);
  CHECK(names(result, "Ember via co2.js", "2024"));
  CHECK_FALSE(warns(result, "region_year_assumed"));
}

TEST_CASE("the year of the usual figure gives the usual figure") {
  const Estimate result = in_year("fra", 2023);
  const Estimate usual = estimate_of(exchange_in("fra"));
  CHECK(result.footprint.grams_co2e == usual.footprint.grams_co2e);
  CHECK(result.region_year == 2023);
  CHECK(usual.region_year == 2023);
  CHECK_FALSE(warns(result, "region_year_assumed"));
}

TEST_CASE("a year without a figure takes the latest before it, else the usual one, and says so") {
  const auto [asked, used] = GENERATE(table<int, int>({{2030, 2024}, {2025, 2024}, {1995, 2023}}));
  const Estimate result = in_year("fra", asked);
  CHECK(result.region_year == used);
  CHECK(warns(result, "region_year_assumed"));
}

TEST_CASE("a later usual figure comes before an earlier year's") {
  Catalog catalog = shipped_catalog();
  for (Region& region : catalog.regions) {
    if (region.id == "fra") region.years = {{2019, exactly(99.0)}};
  }
  Exchange exchange = exchange_in("fra");
  for (const auto& [asked, used] : {std::pair{2023, 2023}, {2024, 2023}, {2022, 2019}}) {
    exchange.year = asked;
    CHECK(estimate(catalog, exchange)->region_year == used);
  }
}

TEST_CASE("a cloud region has its own intensity and its country's water") {
  const Estimate cloud = estimate_of(exchange_in("gcp:europe-west9"));
  const Estimate country = estimate_of(exchange_in("fra"));
  CHECK(cloud.region == "gcp-europe-west9");
  CHECK(cloud.region_year == 2024);
  CHECK(intensity_of(cloud) == Approx(16.3));
  CHECK(cloud.footprint.water_litres == country.footprint.water_litres);
  CHECK(cloud.footprint.energy_watt_hours == country.footprint.energy_watt_hours);
}

TEST_CASE("a cloud region without a figure has its country's") {
  Catalog catalog = shipped_catalog();
  CloudRegion& cloud = catalog.cloud_regions.emplace_back();
  cloud.id = "one-west1";
  cloud.region = "fra";
  Exchange exchange = exchange_in("one-west1");
  exchange.year = 2024;
  const Result<Estimate> result = estimate(catalog, exchange);
  CHECK(result->region == "one-west1");
  CHECK(intensity_of(*result) == Approx(44.18));
  CHECK(result->region_year == 2024);
}

TEST_CASE("a time on the grid moves carbon, and nothing but carbon") {
  Exchange exchange = exchange_in("deu");
  exchange.grid_time = GridTime{6, 12};
  const Estimate noon = estimate_of(exchange);
  const Estimate mean = estimate_of(exchange_in("deu"));
  CHECK(intensity_of(noon) == Approx(0.757 * intensity_of(mean)));
  CHECK(noon.footprint.water_litres == mean.footprint.water_litres);
  CHECK(noon.footprint.embodied_grams_co2e == mean.footprint.embodied_grams_co2e);
  CHECK(noon.sources.size() == mean.sources.size() + 1);
  exchange.region = "swe";
  const Estimate unknown = estimate_of(exchange);
  CHECK(warns(unknown, "grid_shape_unknown"));
  CHECK(unknown.footprint.grams_co2e == estimate_of(exchange_in("swe")).footprint.grams_co2e);
}

TEST_CASE("the mean of a shape is near the annual mean") {
  for (const GridShape& shape : shipped_catalog().grid_shapes) {
    double sum = 0.0;
    for (const auto& hours : shape.ratios) {
      for (const double ratio : hours) sum += ratio;
    }
    CHECK(sum / static_cast<double>(kMonths * kHours) == Approx(1.0).epsilon(0.01));
  }
}

TEST_CASE("market-based accounting takes the provider's own figure and never another") {
  Exchange exchange = exchange_in("usa");
  exchange.model = "gemini-2.5-pro";
  CHECK(estimate_of(exchange).accounting == Accounting::location_based);
  exchange.accounting = Accounting::market_based;
  const Estimate google = estimate_of(exchange);
  CHECK(google.provider == "google");
  CHECK(google.accounting == Accounting::market_based);
  CHECK(intensity_of(google) == Approx(96.0));
  CHECK_FALSE(google.region_year.has_value());
  exchange.model = "gpt-5";
  const Result<Estimate> refused = estimate(shipped_catalog(), exchange);
  REQUIRE_FALSE(refused.is_ok());
  CHECK(refused.error().code == ErrorCode::market_figure_unknown);
  CHECK(refused.error().path == "/accounting");
}

TEST_CASE("a market-based figure has no other years and no hours, and says so") {
  Exchange exchange = exchange_in("fra");
  exchange.model = "gemini-2.5-pro";
  exchange.accounting = Accounting::market_based;
  exchange.year = 2023;
  exchange.grid_time = GridTime{1, 1};
  const Estimate result = estimate_of(exchange);
  CHECK(intensity_of(result) == Approx(96.0));
  CHECK(warns(result, "region_year_assumed"));
  CHECK(warns(result, "grid_shape_unknown"));
}

TEST_CASE("the user's own intensity wins over year, hour and accounting") {
  Exchange exchange = exchange_in("fra");
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour = exactly(50.0);
  exchange.year = 1995;
  exchange.grid_time = GridTime{6, 12};
  exchange.accounting = Accounting::market_based;
  const Estimate result = estimate_of(exchange);
  CHECK(intensity_of(result) == Approx(50.0));
  CHECK_FALSE(result.region_year.has_value());
  CHECK_FALSE(warns(result, "region_year_assumed"));
  CHECK_FALSE(warns(result, "grid_shape_unknown"));
}

TEST_CASE("the user's own water figures take the place of the catalog's") {
  Exchange exchange = exchange_in("abw");
  CHECK_FALSE(estimate_of(exchange).footprint.water_litres.has_value());
  CHECK(estimate_of(exchange).footprint.on_site_water_litres.has_value());
  exchange.pue = exactly(1.25);
  exchange.wue_litres_per_kilowatt_hour = exactly(0.5);
  exchange.grid_wue_litres_per_kilowatt_hour = 2.0;
  const Footprint footprint = estimate_of(exchange).footprint;
  const double it_kilowatt_hours = footprint.energy_watt_hours.central / 1.25 / 1000.0;
  CHECK(footprint.on_site_water_litres->central == Approx(0.5 * it_kilowatt_hours));
  CHECK(footprint.grid_water_litres->central == Approx(2.5 * it_kilowatt_hours));
}

TEST_CASE("water on the site and at the grid add up to the water under every method") {
  for (const MethodEntry& method : shipped_catalog().methods) {
    Exchange exchange = exchange_in("fra");
    exchange.method = method.id;
    const Footprint footprint = estimate_of(exchange).footprint;
    CAPTURE(method.id);
    REQUIRE(footprint.water_litres.has_value() == footprint.on_site_water_litres.has_value());
    REQUIRE(footprint.water_litres.has_value() == footprint.grid_water_litres.has_value());
    if (!footprint.water_litres) continue;
    const Range sum = *footprint.on_site_water_litres + *footprint.grid_water_litres;
    for (const auto bound : {&Range::low, &Range::central, &Range::high}) {
      CHECK(sum.*bound == Approx((*footprint.water_litres).*bound).epsilon(1e-12));
    }
  }
}

}  // namespace
}  // namespace gramme
