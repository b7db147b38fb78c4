#include "tokens/text_features.hpp"

namespace gramme {

Range estimate_tokens(const Vocabulary& o200k, const TokenEstimator& estimator,
                      std::string_view utf8) {
  return tokens::weigh(tokens::count_features(o200k, utf8), estimator);
}

}  // namespace gramme
