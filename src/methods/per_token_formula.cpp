#include "methods/per_token_formula.hpp"

#include <algorithm>
#include <array>

#include "methods/method.hpp"

namespace gramme {

namespace {

constexpr double kTokensPerMillion = 1e6;

struct TierNames {
  TokenTier tier;
  std::string_view input;
  std::string_view output;
};

constexpr std::array kTiers{
    TierNames{TokenTier::fable, "fable_input_grams_co2e_per_million_tokens",
              "fable_output_grams_co2e_per_million_tokens"},
    TierNames{TokenTier::opus, "opus_input_grams_co2e_per_million_tokens",
              "opus_output_grams_co2e_per_million_tokens"},
    TierNames{TokenTier::sonnet, "sonnet_input_grams_co2e_per_million_tokens",
              "sonnet_output_grams_co2e_per_million_tokens"},
    TierNames{TokenTier::haiku, "haiku_input_grams_co2e_per_million_tokens",
              "haiku_output_grams_co2e_per_million_tokens"},
};

struct TierWord {
  std::string_view word;
  TokenTier tier;
};

constexpr std::array kWords{
    TierWord{"fable", TokenTier::fable}, TierWord{"mythos", TokenTier::fable},
    TierWord{"opus", TokenTier::opus},   TierWord{"sonnet", TokenTier::sonnet},
    TierWord{"haiku", TokenTier::haiku},
};

bool is_same_letter(char a, char b) {
  const bool is_upper = a >= 'A' && a <= 'Z';
  return (is_upper ? static_cast<char>(a - 'A' + 'a') : a) == b;
}

}  // namespace

std::optional<TokenTier> tier_named_in(std::string_view name) {
  for (const auto& [word, tier] : kWords) {
    const auto found =
        std::search(name.begin(), name.end(), word.begin(), word.end(), is_same_letter);
    if (found != name.end()) return tier;
  }
  return std::nullopt;
}

TokenFactors token_factors(const MethodProfile& profile, TokenTier tier, double Range::*bound) {
  TokenFactors factors;
  for (const TierNames& names : kTiers) {
    if (names.tier != tier) continue;
    factors.input_grams_co2e_per_million = constant(profile, names.input).*bound;
    factors.output_grams_co2e_per_million = constant(profile, names.output).*bound;
  }
  factors.cache_read_share = constant(profile, "cache_read_share").*bound;
  return factors;
}

double per_token_grams_co2e(const TokenFactors& factors, const TokenCounts& counts) {
  const double read = counts.input.value + counts.cache_write.value +
                      counts.cache_read.value * factors.cache_read_share;
  return (read * factors.input_grams_co2e_per_million +
          counts.output.value * factors.output_grams_co2e_per_million) /
         kTokensPerMillion;
}

}  // namespace gramme
