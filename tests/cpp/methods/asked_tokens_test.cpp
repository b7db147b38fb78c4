#include <algorithm>

#include "catch.hpp"
#include "gramme/explain.hpp"

namespace gramme {
namespace {

Exchange exchange_of(const std::string& model) {
  Exchange exchange;
  exchange.model = model;
  exchange.input_tokens = exactly(100.0);
  exchange.output_tokens = exactly(300.0);
  exchange.region = "fra";
  return exchange;
}

Exchange with_context(std::optional<double> age_seconds) {
  Exchange exchange = exchange_of("gpt-4o");
  exchange.context_tokens = exactly(8000.0);
  exchange.context_age_seconds = age_seconds;
  return exchange;
}

Estimate estimate_of(const Exchange& exchange) {
  return estimate(shipped_catalog(), exchange).value();
}

Range energy_of(const Exchange& exchange) {
  return estimate_of(exchange).footprint.energy_watt_hours;
}

bool has_warning(const Estimate& estimate, const std::string& code) {
  return std::any_of(estimate.warnings.begin(), estimate.warnings.end(),
                     [&](const Warning& warning) { return warning.code == code; });
}

/// Tokens that a provider documents for one image of that size.
Range image_tokens(const std::string& model, double width_pixels, double height_pixels) {
  Exchange exchange = exchange_of(model);
  exchange.attachments = {1.0, ImageSize{width_pixels, height_pixels}, 0.0};
  return estimate_of(exchange).attachment_tokens.value();
}

TEST_CASE("a conversation read again soon costs what cached input costs") {
  Exchange cached = exchange_of("gpt-4o");
  cached.cached_input_tokens = exactly(8000.0);
  const Estimate soon = estimate_of(with_context(60.0));
  CHECK(soon.footprint.energy_watt_hours == energy_of(cached));
  CHECK(soon.context == ContextState::cached);
  CHECK_FALSE(has_warning(soon, "context_cache_unknown"));
}

TEST_CASE("a conversation read again the next day costs what new input costs") {
  Exchange anew = exchange_of("gpt-4o");
  anew.input_tokens = exactly(8100.0);
  const Estimate later = estimate_of(with_context(86400.0));
  CHECK(later.footprint.energy_watt_hours == energy_of(anew));
  CHECK(later.context == ContextState::read_anew);
}

TEST_CASE("where the cache is not known the range holds both, and the estimate says so") {
  const Range cached = energy_of(with_context(60.0));
  const Range anew = energy_of(with_context(86400.0));
  for (const std::optional<double> age : {std::optional<double>{}, std::optional(1000.0)}) {
    const Estimate unknown = estimate_of(with_context(age));
    CHECK(unknown.footprint.energy_watt_hours.low == cached.low);
    CHECK(unknown.footprint.energy_watt_hours.high == anew.high);
    CHECK(unknown.footprint.energy_watt_hours.central ==
          Approx((cached.central + anew.central) / 2.0));
    CHECK(has_warning(unknown, "context_cache_unknown"));
  }
}

TEST_CASE("seconds of reasoning are output tokens as a range, around the model's own speed") {
  Exchange exchange = exchange_of("gpt-4o");
  const double without = energy_of(exchange).central;
  exchange.reasoning_seconds = 10.0;
  const Estimate thought = estimate_of(exchange);
  REQUIRE(thought.reasoning_tokens);
  CHECK(is_ordered(*thought.reasoning_tokens));
  const Model& model = *find_by_id(shipped_catalog().models, "gpt-4o");
  CHECK(thought.reasoning_tokens->central == Approx(10.0 * *model.output_tokens_per_second));
  CHECK(thought.reasoning_tokens->low < thought.reasoning_tokens->high);
  CHECK(thought.footprint.energy_watt_hours.central > without);
  CHECK(has_warning(thought, "hidden_reasoning_estimated"));
}

TEST_CASE("images of known size have the tokens that their provider documents") {
  CHECK(image_tokens("gpt-4o", 1024.0, 1024.0) == exactly(765.0));
  CHECK(image_tokens("gpt-4o", 2048.0, 4096.0) == exactly(1105.0));
  CHECK(image_tokens("claude-sonnet-4-5", 200.0, 200.0) == exactly(54.0));
  CHECK(image_tokens("claude-sonnet-4-5", 1000.0, 1000.0) == exactly(1334.0));
  CHECK(image_tokens("claude-sonnet-4-5", 8000.0, 8000.0) == exactly(1600.0));
}

TEST_CASE("images of unknown size and pages of files are ranges") {
  Exchange exchange = exchange_of("claude-sonnet-4-5");
  exchange.attachments = {2.0, std::nullopt, 10.0};
  const Estimate attached = estimate_of(exchange);
  REQUIRE(attached.attachment_tokens);
  CHECK(attached.attachment_tokens->low == Approx(2.0 * 54.0 + 10.0 * 1500.0));
  CHECK(attached.attachment_tokens->high == Approx(2.0 * 1600.0 + 10.0 * 3000.0));
  CHECK(has_warning(attached, "attachments_estimated"));
  CHECK(attached.footprint.energy_watt_hours.low > energy_of(exchange_of("claude-sonnet-4-5")).low);
}

TEST_CASE("a request with none of these is estimated as before, without their warnings") {
  const Estimate plain = estimate_of(exchange_of("gpt-4o"));
  CHECK(plain.context == ContextState::none);
  CHECK_FALSE(plain.reasoning_tokens);
  CHECK_FALSE(plain.attachment_tokens);
  CHECK_FALSE(has_warning(plain, "context_cache_unknown"));
}

TEST_CASE("explanations carry what is sent again, and what not knowing the cache widens") {
  const Exchange unknown = with_context(std::nullopt);
  const Explanation explained = explain(shipped_catalog(), unknown).value();
  CHECK(explained.estimate.footprint.grams_co2e == estimate_of(unknown).footprint.grams_co2e);
  const auto cache =
      std::find_if(explained.factors.begin(), explained.factors.end(),
                   [](const Factor& factor) { return factor.name == "conversation in the cache"; });
  REQUIRE(cache != explained.factors.end());
  CHECK(cache->share_of_width > 0.0);
}

TEST_CASE("an open model that the catalog does not hold has the parameters of its weights") {
  const Estimate open = estimate_of(exchange_of("meta-llama/Llama-3.1-70B-Instruct"));
  CHECK_FALSE(has_warning(open, "parameters_assumed_from_class"));
  CHECK(has_warning(open, "model_assumed_from_family"));
  CHECK(open.footprint.energy_watt_hours.central <
        energy_of(exchange_of("a model nobody knows")).central);
}

}  // namespace
}  // namespace gramme
