#include "gramme/explain.hpp"

#include <algorithm>
#include <numeric>

#include "catch.hpp"

namespace gramme {
namespace {

Exchange exchange_of(const std::string& model) {
  Exchange exchange;
  exchange.model = model;
  exchange.input_tokens = exactly(500.0);
  exchange.output_tokens = {280.0, 300.0, 320.0};
  return exchange;
}

Explanation explanation_of(const Exchange& exchange) {
  return explain(shipped_catalog(), exchange).value();
}

const Factor* find_factor(const Explanation& explanation, const std::string& name) {
  const auto found = std::find_if(explanation.factors.begin(), explanation.factors.end(),
                                  [&](const Factor& factor) { return factor.name == name; });
  return found == explanation.factors.end() ? nullptr : &*found;
}

const Factor& factor_of(const Explanation& explanation, const std::string& name) {
  const Factor* found = find_factor(explanation, name);
  REQUIRE(found != nullptr);
  return *found;
}

/// Every part with parts is their sum, with shares that add up to one.
void check_sums(const Part& part) {
  if (part.parts.empty()) return;
  double sum = 0.0;
  double shares = 0.0;
  for (const Part& inner : part.parts) {
    const bool is_energy_of_carbon = inner.unit != part.unit;
    sum += is_energy_of_carbon ? part.central : inner.central;
    shares += inner.share;
    check_sums(inner);
  }
  CAPTURE(part.name);
  CHECK(sum == Approx(part.central));
  if (part.name != "operational") CHECK(shares == Approx(1.0));
}

TEST_CASE("an explanation carries the very estimate, for every method") {
  for (const MethodEntry& method : shipped_catalog().methods) {
    Exchange exchange = exchange_of("gpt-4o");
    exchange.method = method.id;
    CAPTURE(method.id);
    const Footprint plain = estimate(shipped_catalog(), exchange).value().footprint;
    const Explanation explained = explanation_of(exchange);
    CHECK(explained.estimate.footprint.grams_co2e == plain.grams_co2e);
    CHECK(explained.carbon.range == plain.grams_co2e);
    check_sums(explained.carbon);
  }
}

TEST_CASE("what the energy is made of adds up, down to the terms of the roofline") {
  const Explanation explained = explanation_of(exchange_of("claude-sonnet-4-5"));
  const Part& energy = explained.carbon.parts.front().parts.front();
  REQUIRE(energy.parts.size() == 4);
  CHECK(energy.parts.front().name == "accelerators");
  CHECK(energy.parts.front().parts.size() >= 5);
}

TEST_CASE("a factor's effect is that of the factor changed in the request") {
  Exchange exchange = exchange_of("gpt-4o");
  exchange.pue = exactly(1.2);
  const Explanation explained = explanation_of(exchange);
  exchange.pue = exactly(1.2 * 1.01);
  const double after = estimate(shipped_catalog(), exchange).value().footprint.grams_co2e.central;
  const double change = after / explained.estimate.footprint.grams_co2e.central - 1.0;
  CHECK(factor_of(explained, "pue").carbon_elasticity * 0.01 == Approx(change).epsilon(0.01));
  CHECK(factor_of(explained, "pue").energy_elasticity == Approx(1.0).epsilon(1e-3));
  CHECK(factor_of(explained, "pue").source.source.empty());
}

TEST_CASE("parts of the width are those of what is unknown, and at most the whole") {
  const Explanation explained = explanation_of(exchange_of("gpt-4o"));
  double sum = 0.0;
  for (const Factor& factor : explained.factors) {
    CAPTURE(factor.name);
    CHECK(factor.share_of_width >= 0.0);
    sum += factor.share_of_width;
  }
  CHECK(sum == Approx(1.0));
  CHECK(factor_of(explained, "batch_size").share_of_width > 0.1);
  CHECK(factor_of(explained, "output_tokens").share_of_width > 0.0);
  CHECK(factor_of(explained, "input_tokens").share_of_width == 0.0);
}

TEST_CASE("what the user knows no longer widens the range") {
  Exchange exchange = exchange_of("gpt-4o");
  exchange.server.batch_size = exactly(16.0);
  const Explanation explained = explanation_of(exchange);
  CHECK(factor_of(explained, "batch_size").share_of_width == 0.0);
  CHECK(factor_of(explained, "batch_size").carbon_elasticity < 0.0);
}

TEST_CASE("figures that play no part are not listed") {
  Exchange exchange = exchange_of("gpt-4o");
  CHECK(find_factor(explanation_of(exchange), "cached_input_tokens") == nullptr);
  CHECK(find_factor(explanation_of(exchange), "layer_launch_seconds") == nullptr);
  exchange.method = "ecologits";
  CHECK(find_factor(explanation_of(exchange), "input_tokens") == nullptr);
}

TEST_CASE("every factor from config/ names its source") {
  for (const Factor& factor : explanation_of(exchange_of("gpt-4o")).factors) {
    const bool is_asked = factor.name.find("tokens") != std::string::npos;
    CAPTURE(factor.name);
    CHECK(factor.source.source.empty() == is_asked);
    CHECK(factor.source.as_of.empty() == is_asked);
  }
}

TEST_CASE("an exchange without tokens has an explanation without effects") {
  Exchange exchange;
  exchange.model = "gpt-4o";
  const Explanation explained = explanation_of(exchange);
  CHECK(explained.carbon.central == 0.0);
  CHECK(explained.factors.empty());
}

TEST_CASE("what cannot be estimated cannot be explained") {
  Exchange exchange = exchange_of("gpt-4o");
  exchange.region = "atlantis";
  CHECK(explain(shipped_catalog(), exchange).error().code == ErrorCode::unknown_region);
}

}  // namespace
}  // namespace gramme
