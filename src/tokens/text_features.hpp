#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tokens/vocabulary.hpp"

namespace gramme::tokens {

/// What an estimate is made from, in the order of TokenEstimator::weights: tokens of each class,
/// then the features. All but the leading digit are sums over tokens, so that the counts of two
/// parts add up and a token can be taken back.
using FeatureCounts = std::array<std::size_t, kEstimatorWeightCount>;

void add_token(FeatureCounts& counts, const Vocabulary& vocabulary, std::uint32_t id);
void remove_token(FeatureCounts& counts, const Vocabulary& vocabulary, std::uint32_t id);

/// Adds what only the start of a text tells.
void add_start(FeatureCounts& counts, std::string_view utf8);

/// The features of a whole text.
[[nodiscard]] FeatureCounts count_features(const Vocabulary& vocabulary, std::string_view utf8);

/// The estimate for a text with these features; nothing for a text without any.
[[nodiscard]] Range weigh(const FeatureCounts& counts, const TokenEstimator& estimator);

[[nodiscard]] constexpr std::size_t place_of(TextFeature feature) {
  return kTokenClassCount + static_cast<std::size_t>(feature);
}

}  // namespace gramme::tokens
