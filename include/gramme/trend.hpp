#pragma once

#include <optional>
#include <span>

#include "gramme/days.hpp"
#include "gramme/range.hpp"

namespace gramme {

/// A figure of a day.
struct DayFigure {
  DayNumber day = 0;
  double value = 0.0;
};

/// How a figure changes with time.
struct Trend {
  /// From one day to the next.
  Range change_per_day;
  /// Over 30 days, as a share of the mean.
  Range share_per_month;
  double days = 0.0;
};

inline constexpr std::size_t kFewestTrendDays = 7;

/// The straight line of least squares through the days that have a figure; days without one are
/// not taken for zero. The bounds are 1.64 standard errors of the slope: a 90 % interval if days
/// scatter alike (docs/method.md#trend). Absent before seven days and where the mean is zero.
[[nodiscard]] std::optional<Trend> trend_of(std::span<const DayFigure> days);

}  // namespace gramme
