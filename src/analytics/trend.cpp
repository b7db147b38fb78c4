#include "gramme/trend.hpp"

#include <cmath>

namespace gramme {

namespace {

/// Of a normal distribution: a twentieth lies above it.
constexpr double kNinetyFifthPercentile = 1.6449;
constexpr double kDaysPerMonth = 30.0;

}  // namespace

std::optional<Trend> trend_of(std::span<const DayFigure> days) {
  if (days.size() < kFewestTrendDays) return std::nullopt;
  const auto count = static_cast<double>(days.size());
  double mean_day = 0.0;
  double mean = 0.0;
  for (const DayFigure& figure : days) {
    mean_day += figure.day / count;
    mean += figure.value / count;
  }
  double spread = 0.0;
  double together = 0.0;
  double squares = 0.0;
  for (const DayFigure& figure : days) {
    const double off_day = figure.day - mean_day;
    const double off = figure.value - mean;
    spread += off_day * off_day;
    together += off_day * off;
    squares += off * off;
  }
  if (mean <= 0.0 || spread <= 0.0) return std::nullopt;
  const double slope = together / spread;
  const double left = std::max(0.0, squares - slope * together);
  const double error = kNinetyFifthPercentile * std::sqrt(left / (count - 2.0) / spread);
  Trend out;
  out.change_per_day = {slope - error, slope, slope + error};
  out.share_per_month = out.change_per_day * (kDaysPerMonth / mean);
  out.days = count;
  return out;
}

}  // namespace gramme
