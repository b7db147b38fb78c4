#pragma once

#include <span>
#include <vector>

#include "decision/criteria.hpp"

namespace gramme {

/// What scores are made with: scales, weights and how they come together.
struct Scoring {
  std::span<const FittedCriterion> criteria;
  DecisionMethod method = DecisionMethod::criteria;
};

/// The score of a row at so many files a month; criteria without a value are left out, and the
/// others' weights take their place.
[[nodiscard]] RowScore score_row(const Scoring& scoring, const WeighedEntry& row,
                                 double files_per_month);

/// The score that scaled values come to under other weights, one for each of them; absent values
/// are left out. Absent: nothing with a weight is left.
[[nodiscard]] std::optional<double> combine(DecisionMethod method,
                                            std::span<const std::optional<double>> scaled_values,
                                            std::span<const double> weights);

}  // namespace gramme
