// What a conversation sends again, what a model thinks unseen, and what is attached to a prompt.
#include "methods/asked_tokens.hpp"

namespace gramme {

namespace {

/// Whether the provider's cache still holds what the model read so many seconds ago.
ContextState context_state(const Exchange& exchange, const ServingClass& serving) {
  if (exchange.context_tokens.high <= 0.0) return ContextState::none;
  if (!exchange.context_age_seconds) return ContextState::unknown;
  if (*exchange.context_age_seconds <= serving.cache_kept_seconds.low) return ContextState::cached;
  return *exchange.context_age_seconds > serving.cache_kept_seconds.high ? ContextState::read_anew
                                                                         : ContextState::unknown;
}

/// The model's own speed, where it is known, lies within the range.
Range tokens_per_second(const Model& model, const ServingClass& serving) {
  Range speed = serving.reasoning_tokens_per_second;
  if (!model.output_tokens_per_second) return speed;
  speed.central = *model.output_tokens_per_second;
  return {std::min(speed.low, speed.central), speed.central, std::max(speed.high, speed.central)};
}

std::optional<Range> spanned(const std::optional<Range>& low, const std::optional<Range>& high) {
  if (!low || !high) return std::nullopt;
  return Range{low->low, (low->central + high->central) / 2.0, high->high};
}

void warn(Estimate& out, const char* code, const char* message) {
  out.warnings.push_back({code, message});
}

}  // namespace

bool is_plain(const Exchange& exchange) {
  return exchange.context_tokens.high <= 0.0 && !exchange.reasoning_seconds &&
         exchange.attachments.is_empty();
}

AskedTokens asked_tokens(const PreparedEstimate& prepared, const Exchange& exchange) {
  AskedTokens out{exchange, {}, ContextState::none, {}, {}};
  if (is_plain(exchange)) return out;
  if (exchange.reasoning_seconds && prepared.serving_class != nullptr) {
    out.reasoning_tokens = tokens_per_second(prepared.resolved.model(), *prepared.serving_class) *
                           *exchange.reasoning_seconds;
    out.exchange.output_tokens += *out.reasoning_tokens;
  }
  if (!exchange.attachments.is_empty() && prepared.attachment_rule != nullptr) {
    out.attachment_tokens = attachment_tokens(*prepared.attachment_rule, exchange.attachments);
    out.exchange.input_tokens += *out.attachment_tokens;
  }
  if (prepared.serving_class == nullptr) return out;
  out.context = context_state(exchange, *prepared.serving_class);
  Exchange anew = out.exchange;
  anew.input_tokens += exchange.context_tokens;
  if (out.context == ContextState::read_anew) {
    out.exchange = std::move(anew);
  } else {
    out.exchange.cached_input_tokens += exchange.context_tokens;
    if (out.context == ContextState::unknown) out.without_cache = std::move(anew);
  }
  return out;
}

Footprint spanned(const Footprint& low, const Footprint& high) {
  const auto span = [](const Range& a, const Range& b) { return *spanned(std::optional(a), b); };
  Footprint out;
  out.energy_watt_hours = span(low.energy_watt_hours, high.energy_watt_hours);
  out.operational_grams_co2e = span(low.operational_grams_co2e, high.operational_grams_co2e);
  out.embodied_grams_co2e = spanned(low.embodied_grams_co2e, high.embodied_grams_co2e);
  out.grams_co2e = span(low.grams_co2e, high.grams_co2e);
  out.water_litres = spanned(low.water_litres, high.water_litres);
  out.on_site_water_litres = spanned(low.on_site_water_litres, high.on_site_water_litres);
  out.grid_water_litres = spanned(low.grid_water_litres, high.grid_water_litres);
  out.primary_energy_megajoules =
      spanned(low.primary_energy_megajoules, high.primary_energy_megajoules);
  out.adpe_kilograms_sb = spanned(low.adpe_kilograms_sb, high.adpe_kilograms_sb);
  return out;
}

Footprint weigh(const PreparedEstimate& prepared, const AskedTokens& asked) {
  const Method& method = *prepared.chosen.method;
  const Footprint cached = method.compute(prepared.input(asked.exchange));
  if (!asked.without_cache) return cached;
  return spanned(cached, method.compute(prepared.input(*asked.without_cache)));
}

void describe_tokens(Estimate& out, const PreparedEstimate& prepared, const AskedTokens& asked) {
  out.context = asked.context;
  out.reasoning_tokens = asked.reasoning_tokens;
  out.attachment_tokens = asked.attachment_tokens;
  if (asked.context == ContextState::unknown) {
    warn(out, "context_cache_unknown",
         "whether the conversation was still in the provider's cache is not known: the range "
         "holds both");
  }
  if (asked.reasoning_tokens) {
    warn(out, "hidden_reasoning_estimated",
         "reasoning is not shown: its tokens are estimated from the seconds it took");
  }
  if (asked.attachment_tokens) {
    warn(out, "attachments_estimated",
         "images and files are counted by the sizes that providers document");
    out.sources.push_back(prepared.attachment_rule->source);
  }
  const bool has_assumed_serving = asked.reasoning_tokens || asked.context != ContextState::none;
  if (has_assumed_serving) out.sources.push_back(prepared.serving_class->source);
}

}  // namespace gramme
