#pragma once

#include "gramme/tokens.hpp"
#include "tokens/tally.hpp"

namespace gramme::tokens {

/// The estimate for a text with so many o200k tokens of each class.
[[nodiscard]] Range estimate_from(const TokenEstimator& estimator, const ClassTally::Sum& counts);

}  // namespace gramme::tokens
