#include "tokens/estimate.hpp"

#include <algorithm>

#include "tokens/pieces.hpp"

namespace gramme {

namespace tokens {

Range estimate_from(const TokenEstimator& estimator, const ClassTally::Sum& counts) {
  Range sum;
  bool is_empty = true;
  for (std::size_t i = 0; i < kTokenClassCount; ++i) {
    sum += estimator.weights[i] * static_cast<double>(counts[i]);
    is_empty = is_empty && counts[i] == 0;
  }
  if (is_empty) return exactly(0.0);
  const double band = estimator.minimum_band_tokens;
  sum.low = std::max(0.0, std::min(sum.low, sum.central - band));
  sum.high = std::max(sum.high, sum.central + band);
  return sum;
}

}  // namespace tokens

Range estimate_tokens(const Vocabulary& o200k, const TokenEstimator& estimator,
                      std::string_view utf8) {
  tokens::PieceCounter pieces(o200k);
  tokens::ClassTally tally(o200k, pieces);
  tokens::ClassTally::Sum counts{};
  tokens::for_each_piece(o200k, utf8, [&](std::string_view piece) {
    tokens::ClassTally::add(counts, tally.of_piece(piece));
  });
  return tokens::estimate_from(estimator, counts);
}

}  // namespace gramme
