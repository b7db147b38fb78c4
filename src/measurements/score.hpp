#pragma once

#include <cstddef>
#include <span>

#include "gramme/range.hpp"

namespace gramme {

/// What was measured, and what a method says.
struct Scored {
  double measured = 0.0;
  Range predicted;
};

/// How near a method comes. Shares and errors are fractions: 0.2 is 20 %.
struct Score {
  std::size_t rows = 0;
  double mean_absolute_error = 0.0;
  double median_absolute_error = 0.0;
  /// Of the logarithms; negative where the mean would do better.
  double r2_log = 0.0;
  double within_factor_2 = 0.0;
  /// Measured within the stated range.
  double band_coverage = 0.0;
};

/// Precondition: every measured and predicted central figure is above 0.
[[nodiscard]] Score score(std::span<const Scored> rows);

}  // namespace gramme
