#pragma once

#include <optional>
#include <span>
#include <vector>

#include "gramme/decision.hpp"

namespace gramme {

/// The value of a criterion for a row that has so many files a month; absent: not known.
[[nodiscard]] std::optional<double> value_of(const Criterion& criterion, const WeighedEntry& row,
                                             double files_per_month);

/// Bounds for every criterion: as given, of the rows' values, or of what it is.
[[nodiscard]] std::vector<FittedCriterion> fit_criteria(const DecisionMatrix& matrix,
                                                        std::span<const WeighedEntry> rows);

/// Where a value lies between the bounds, 0..1; beyond them it stays at the end.
[[nodiscard]] double scaled(const FittedCriterion& criterion, double value);

/// Whether a value lies beyond the bounds.
[[nodiscard]] bool is_outside(const FittedCriterion& criterion, double value);

}  // namespace gramme
