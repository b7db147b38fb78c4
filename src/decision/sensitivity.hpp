#pragma once

#include "decision/score.hpp"

namespace gramme {

/// How firm the first places are when weights move. Scores are by rank.
/// Precondition: the first two rows are scored.
[[nodiscard]] Sensitivity sensitivity_of(const Scoring& scoring, std::span<const RowScore> scores);

}  // namespace gramme
