// Coefficients per kind of token (docs/method.md#per-token).
#include "methods/method.hpp"
#include "methods/operational.hpp"
#include "methods/per_token_formula.hpp"

namespace gramme {

namespace {

constexpr std::array<std::string_view, 11> kNames{"fable_input_grams_co2e_per_million_tokens",
                                                  "fable_output_grams_co2e_per_million_tokens",
                                                  "opus_input_grams_co2e_per_million_tokens",
                                                  "opus_output_grams_co2e_per_million_tokens",
                                                  "sonnet_input_grams_co2e_per_million_tokens",
                                                  "sonnet_output_grams_co2e_per_million_tokens",
                                                  "haiku_input_grams_co2e_per_million_tokens",
                                                  "haiku_output_grams_co2e_per_million_tokens",
                                                  "cache_read_share",
                                                  "grid_grams_co2e_per_kilowatt_hour",
                                                  "grid_pue"};

std::string_view missing_constant(const MethodProfile& profile) {
  return first_missing(profile, kNames.data(), kNames.data() + kNames.size());
}

std::optional<TokenTier> tier_named_by(const Model& model) {
  const std::optional<TokenTier> tier = tier_named_in(model.id);
  return tier ? tier : tier_named_in(model.name);
}

TokenTier tier_of(const Model& model) {
  if (const std::optional<TokenTier> tier = tier_named_by(model)) return *tier;
  if (model.model_class == "small") return TokenTier::haiku;
  return model.model_class == "frontier" ? TokenTier::opus : TokenTier::sonnet;
}

/// The coefficients hold a grid and a PUE; both are taken out, and those of the request put in.
double energy_of(const MethodInput& in, double Range::*bound) {
  const Exchange& exchange = in.exchange;
  const TokenCounts counts{{exchange.input_tokens.*bound},
                           {},
                           {exchange.cached_input_tokens.*bound},
                           {exchange.output_tokens.*bound}};
  const double grams =
      per_token_grams_co2e(token_factors(in.profile, tier_of(in.model), bound), counts);
  const KilowattHours facility{grams /
                               constant(in.profile, "grid_grams_co2e_per_kilowatt_hour").central};
  const double pue_ratio = in.placement.pue.*bound / constant(in.profile, "grid_pue").central;
  return to_watt_hours(facility).value * pue_ratio;
}

Footprint compute(const MethodInput& in) {
  return operational_footprint(in, {energy_of(in, &Range::low), energy_of(in, &Range::central),
                                    energy_of(in, &Range::high)});
}

std::vector<Warning> warnings(const MethodInput& in) {
  if (tier_named_by(in.model)) return {};
  return {Warning{"tier_assumed",
                  "the method has no coefficients for this model: those of a Claude model of its "
                  "class stand in"}};
}

}  // namespace

const Method kPerToken{.id = "per-token",
                       .missing_constant = &missing_constant,
                       .compute = &compute,
                       .warnings = &warnings};

}  // namespace gramme
