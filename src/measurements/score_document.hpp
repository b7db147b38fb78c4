#pragma once

#include "data/value.hpp"
#include "measurements/score.hpp"

namespace gramme {

/// A score as the door and the fit write it.
[[nodiscard]] Record write_score(const Score& score);

}  // namespace gramme
