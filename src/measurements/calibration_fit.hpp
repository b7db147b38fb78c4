#pragma once

#include <cstddef>
#include <span>

#include "gramme/range.hpp"
#include "gramme/result.hpp"
#include "measurements/calibration_samples.hpp"

namespace gramme {

/// E = a · input tokens + b · output tokens + c; none is negative.
struct LinearCosts {
  double watt_hours_per_input_token = 0.0;
  double watt_hours_per_output_token = 0.0;
  double watt_hours_per_request = 0.0;

  [[nodiscard]] double of(const Sample& sample) const {
    return watt_hours_per_input_token * sample.input_tokens +
           watt_hours_per_output_token * sample.output_tokens + watt_hours_per_request;
  }
};

/// How far the fit is off on rows it has not seen; errors and shares are fractions.
struct HeldOutScore {
  std::size_t rows = 0;
  double mean_absolute_error = 0.0;
  double median_absolute_error = 0.0;
  double r2 = 0.0;
  /// Measured within the residual band.
  double band_coverage = 0.0;
};

struct CalibrationFit {
  LinearCosts costs;
  /// 5 % to 95 % of measured beside fitted, on the rows of the fit.
  Range residual_factor;
  std::size_t rows = 0;
  /// Rows of the fit's share that it left out because they were more than kMostOffFactor off.
  std::size_t outliers = 0;
  HeldOutScore held_out;
};

inline constexpr double kMostOffFactor = 5.0;
inline constexpr std::size_t kFewestRows = 20;

/// The costs with the least sum of squared relative errors, none negative: the best of the eight
/// subsets of terms. Rows with less than the floor count as if they had it.
[[nodiscard]] LinearCosts least_squares_costs(std::span<const Sample> samples,
                                              double floor_watt_hours);

/// Fits four fifths of the samples, and tries the fit on the rest.
/// Errors: fit_impossible when there are too few rows, or they do not follow a line.
[[nodiscard]] Result<CalibrationFit> fit_calibration(std::span<const Sample> samples);

}  // namespace gramme
