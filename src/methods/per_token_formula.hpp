#pragma once

#include <optional>
#include <string_view>

#include "gramme/catalog.hpp"
#include "gramme/units.hpp"

namespace gramme {

/// How large a model is, as the coefficients tell models apart.
enum class TokenTier { fable, opus, sonnet, haiku };

/// Grams of CO2e per million tokens.
struct TokenFactors {
  double input_grams_co2e_per_million = 0.0;
  double output_grams_co2e_per_million = 0.0;
  /// What a token read from a cache costs of a new one.
  double cache_read_share = 0.0;
};

struct TokenCounts {
  Tokens input;
  /// Tokens read for the first time and kept: as input.
  Tokens cache_write;
  Tokens cache_read;
  Tokens output;
};

/// The tier that a model's id or name says, if it does: "claude-opus-4-6", "Claude Haiku 4.5".
[[nodiscard]] std::optional<TokenTier> tier_named_in(std::string_view name);

/// A tier's coefficients out of a checked profile.
[[nodiscard]] TokenFactors token_factors(const MethodProfile& profile, TokenTier tier,
                                         double Range::*bound);

/// Grams of CO2e under the grid and PUE that the coefficients hold (docs/method.md#per-token).
[[nodiscard]] double per_token_grams_co2e(const TokenFactors& factors, const TokenCounts& counts);

}  // namespace gramme
