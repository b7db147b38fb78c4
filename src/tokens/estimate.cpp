#include <algorithm>
#include <array>

#include "tokens/merge.hpp"
#include "tokens/pieces.hpp"

namespace gramme {
namespace {

using ClassCounts = std::array<std::size_t, kTokenClassCount>;

[[nodiscard]] ClassCounts count_classes(const Vocabulary& vocabulary, std::string_view utf8) {
  tokens::Merger merger(vocabulary);
  ClassCounts counts{};
  const auto add = [&](std::uint32_t id) {
    ++counts[static_cast<std::size_t>(vocabulary.class_of(id))];
  };
  tokens::for_each_piece(vocabulary, utf8, [&](std::string_view piece) {
    const std::uint32_t whole = vocabulary.find(piece);
    if (whole != tokens::kNoToken) return add(whole);
    for (const std::uint32_t id : merger.merge(piece)) add(id);
  });
  return counts;
}

}  // namespace

Range estimate_tokens(const Vocabulary& o200k, const TokenEstimator& estimator,
                      std::string_view utf8) {
  if (utf8.empty()) return exactly(0.0);
  const ClassCounts counts = count_classes(o200k, utf8);
  Range sum;
  for (std::size_t i = 0; i < kTokenClassCount; ++i) {
    sum += estimator.weights[i] * static_cast<double>(counts[i]);
  }
  const double band = estimator.minimum_band_tokens;
  sum.low = std::max(0.0, std::min(sum.low, sum.central - band));
  sum.high = std::max(sum.high, sum.central + band);
  return sum;
}

}  // namespace gramme
