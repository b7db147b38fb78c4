#include "gramme/estimate.hpp"

#include <algorithm>

#include "catch.hpp"

namespace gramme {
namespace {

Exchange exchange_of(const std::string& model, double output_tokens) {
  Exchange exchange;
  exchange.model = model;
  exchange.input_tokens = exactly(100.0);
  exchange.output_tokens = exactly(output_tokens);
  exchange.region = "fra";
  return exchange;
}

Exchange with_method(Exchange exchange, const std::string& method, const std::string& profile) {
  exchange.method = method;
  exchange.profile = profile;
  return exchange;
}

Estimate estimate_of(const Exchange& exchange) {
  return estimate(shipped_catalog(), exchange).value();
}

Range energy_of(const Exchange& exchange) {
  return estimate_of(exchange).footprint.energy_watt_hours;
}

/// Runs once for each profile of each method.
template <typename Function>
void for_each_profile(Function function) {
  for (const MethodEntry& method : shipped_catalog().methods) {
    for (const MethodProfile& profile : method.profiles) function(method.id, profile.id);
  }
}

bool is_known_and_ordered(const std::optional<Range>& range) {
  return !range || (is_ordered(*range) && range->low >= 0.0);
}

bool is_ordered(const Footprint& footprint) {
  return gramme::is_ordered(footprint.energy_watt_hours) &&
         gramme::is_ordered(footprint.operational_grams_co2e) &&
         gramme::is_ordered(footprint.grams_co2e) &&
         is_known_and_ordered(footprint.embodied_grams_co2e) &&
         is_known_and_ordered(footprint.water_litres) &&
         is_known_and_ordered(footprint.primary_energy_megajoules) &&
         is_known_and_ordered(footprint.adpe_kilograms_sb);
}

TEST_CASE("every model in every region has low <= central <= high under every method") {
  for_each_profile([](const std::string& method, const std::string& profile) {
    for (const Model& model : shipped_catalog().models) {
      for (const Region& region : shipped_catalog().regions) {
        Exchange exchange = with_method(exchange_of(model.id, 300.0), method, profile);
        exchange.region = region.id;
        const Estimate result = estimate_of(exchange);
        REQUIRE(is_ordered(result.footprint));
        REQUIRE(result.footprint.energy_watt_hours.low > 0.0);
      }
    }
  });
}

TEST_CASE("doubling the output tokens never lowers any bound of the energy") {
  for_each_profile([](const std::string& method, const std::string& profile) {
    for (const Model& model : shipped_catalog().models) {
      for (double tokens = 1.0; tokens < 1e6; tokens *= 2.0) {
        const Range once = energy_of(with_method(exchange_of(model.id, tokens), method, profile));
        const Range twice =
            energy_of(with_method(exchange_of(model.id, 2.0 * tokens), method, profile));
        REQUIRE(twice.low >= once.low);
        REQUIRE(twice.central >= once.central);
        REQUIRE(twice.high >= once.high);
      }
    }
  });
}

TEST_CASE("a range of tokens is carried through bound by bound") {
  for_each_profile([](const std::string& method, const std::string& profile) {
    Exchange exchange = with_method(exchange_of("gpt-5", 0.0), method, profile);
    exchange.output_tokens = {100.0, 200.0, 400.0};
    const auto exact = [&](double tokens) {
      return energy_of(with_method(exchange_of("gpt-5", tokens), method, profile));
    };
    CHECK(energy_of(exchange) == Range{exact(100.0).low, exact(200.0).central, exact(400.0).high});
  });
}

TEST_CASE("the user's own intensity takes the place of the region's") {
  Exchange own = exchange_of("gpt-5", 300.0);
  own.carbon_intensity_grams_co2e_per_kilowatt_hour = Range{10.0, 20.0, 30.0};
  const Footprint footprint = estimate_of(own).footprint;
  CHECK(footprint.operational_grams_co2e.low ==
        Approx(footprint.energy_watt_hours.low * 0.010).epsilon(1e-12));
  CHECK(footprint.operational_grams_co2e.central ==
        Approx(footprint.energy_watt_hours.central * 0.020).epsilon(1e-12));
  CHECK(footprint.operational_grams_co2e.high ==
        Approx(footprint.energy_watt_hours.high * 0.030).epsilon(1e-12));
}

TEST_CASE("the user's own PUE takes the place of the provider's") {
  for_each_profile([](const std::string& method, const std::string& profile) {
    Exchange one = with_method(exchange_of("gpt-5", 300.0), method, profile);
    one.pue = exactly(1.0);
    Exchange two = one;
    two.pue = exactly(2.0);
    CHECK(energy_of(two).central == Approx(2.0 * energy_of(one).central).epsilon(1e-12));
  });
}

TEST_CASE("carbon is operational and embodied together") {
  const Footprint footprint = estimate_of(exchange_of("gpt-5", 300.0)).footprint;
  CHECK(footprint.grams_co2e.central ==
        footprint.operational_grams_co2e.central + footprint.embodied_grams_co2e->central);
}

TEST_CASE("a figure that a method or region does not have is absent, not zero") {
  const Footprint simple =
      estimate_of(with_method(exchange_of("gpt-5", 300.0), "prefill-decode", "")).footprint;
  CHECK_FALSE(simple.water_litres.has_value());
  CHECK_FALSE(simple.embodied_grams_co2e.has_value());
  CHECK(simple.grams_co2e == simple.operational_grams_co2e);
  Exchange aruba = exchange_of("gpt-5", 300.0);
  aruba.region = "abw";
  const Footprint dry = estimate_of(aruba).footprint;
  CHECK_FALSE(dry.water_litres.has_value());
  CHECK_FALSE(dry.adpe_kilograms_sb.has_value());
  CHECK_FALSE(dry.primary_energy_megajoules.has_value());
  CHECK(dry.embodied_grams_co2e.has_value());
}

TEST_CASE("a short measured time lowers the server's share and a long one changes nothing") {
  const auto answered_in = [](std::optional<double> seconds) {
    Exchange exchange = with_method(exchange_of("gpt-4", 300.0), "ecologits", "0.11.2");
    exchange.latency_seconds = seconds;
    return energy_of(exchange);
  };
  CHECK(answered_in(0.01).central < answered_in(std::nullopt).central);
  CHECK(answered_in(1e6) == answered_in(std::nullopt));
}

TEST_CASE("regions are found in upper case too") {
  Exchange exchange = exchange_of("gpt-5", 300.0);
  exchange.region = "FRA";
  CHECK(estimate_of(exchange).region == "fra");
}

TEST_CASE("an unknown region, method or profile is an error at its place") {
  const auto error_of = [](const Exchange& exchange) {
    const Result<Estimate> result = estimate(shipped_catalog(), exchange);
    REQUIRE_FALSE(result.is_ok());
    return std::string(name_of(result.error().code)) + " " + result.error().path;
  };
  Exchange exchange = exchange_of("gpt-5", 300.0);
  exchange.region = "atlantis";
  CHECK(error_of(exchange) == "unknown_region /region");
  exchange = with_method(exchange_of("gpt-5", 300.0), "divination", "");
  CHECK(error_of(exchange) == "unknown_method /method");
  exchange = with_method(exchange_of("gpt-5", 300.0), "ecologits", "9.9.9");
  CHECK(error_of(exchange) == "unknown_method /profile");
}

TEST_CASE("every estimate names its sources, its boundary and how it was made") {
  for_each_profile([](const std::string& method, const std::string& profile) {
    const Estimate result = estimate_of(with_method(exchange_of("gpt-5", 300.0), method, profile));
    CHECK(result.method == method);
    CHECK(result.profile == profile);
    CHECK_FALSE(result.boundary.empty());
    REQUIRE(result.sources.size() >= 4);
    for (const Source& source : result.sources) CHECK_FALSE(source.source.empty());
  });
}

}  // namespace
}  // namespace gramme
