#include "measurements/calibration_fit.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace gramme {

namespace {

constexpr std::size_t kFewestHeldOut = 4;
constexpr double kMostOutliersShare = 0.2;
/// Median error beyond which a line says nothing of the measurements.
constexpr double kMostError = 1.0;
/// Of the median energy: what the first of two fits takes for the least, so that a row whose meter
/// failed does not outweigh all others.
constexpr double kFloorShare = 1.0 / 3.0;
constexpr double kBandLow = 0.05;
constexpr double kBandHigh = 0.95;

/// Precondition: not empty, ascending.
[[nodiscard]] double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

template <typename Figure>
[[nodiscard]] std::vector<double> sorted_figures(std::span<const Sample> samples, Figure figure) {
  std::vector<double> out;
  out.reserve(samples.size());
  for (const Sample& sample : samples) out.push_back(figure(sample));
  std::sort(out.begin(), out.end());
  return out;
}

[[nodiscard]] HeldOutScore score_held_out(std::span<const Sample> samples, const LinearCosts& costs,
                                          const Range& band) {
  HeldOutScore out;
  out.rows = samples.size();
  const auto count = static_cast<double>(samples.size());
  double mean = 0.0;
  for (const Sample& sample : samples) mean += sample.watt_hours / count;
  double residual = 0.0;
  double total = 0.0;
  for (const Sample& sample : samples) {
    const double fitted = costs.of(sample);
    const double ratio = sample.watt_hours / fitted;
    out.mean_absolute_error += std::abs(fitted / sample.watt_hours - 1.0) / count;
    out.band_coverage += ratio >= band.low && ratio <= band.high ? 1.0 / count : 0.0;
    residual += (sample.watt_hours - fitted) * (sample.watt_hours - fitted);
    total += (sample.watt_hours - mean) * (sample.watt_hours - mean);
  }
  out.r2 = total > 0.0 ? 1.0 - residual / total : 0.0;
  out.median_absolute_error = quantile(
      sorted_figures(samples,
                     [&](const Sample& s) { return std::abs(costs.of(s) / s.watt_hours - 1.0); }),
      0.5);
  return out;
}

[[nodiscard]] Error refusal(std::string message) {
  return fail(ErrorCode::fit_impossible, "", std::move(message));
}

/// Takes out what a first fit shows to be far off; how many there were.
[[nodiscard]] std::size_t remove_outliers(std::vector<Sample>& samples) {
  const double median =
      quantile(sorted_figures(samples, [](const Sample& s) { return s.watt_hours; }), 0.5);
  const LinearCosts first = least_squares_costs(samples, median * kFloorShare);
  const auto is_off = [&](const Sample& sample) {
    const double ratio = sample.watt_hours / first.of(sample);
    return !(ratio <= kMostOffFactor && ratio >= 1.0 / kMostOffFactor);
  };
  const auto kept = std::remove_if(samples.begin(), samples.end(), is_off);
  const auto outliers = static_cast<std::size_t>(samples.end() - kept);
  samples.erase(kept, samples.end());
  return outliers;
}

[[nodiscard]] Range band_of(std::span<const Sample> samples, const LinearCosts& costs) {
  const std::vector<double> ratios =
      sorted_figures(samples, [&](const Sample& s) { return s.watt_hours / costs.of(s); });
  return {std::min(quantile(ratios, kBandLow), 1.0), 1.0,
          std::max(quantile(ratios, kBandHigh), 1.0)};
}

}  // namespace

Result<CalibrationFit> fit_calibration(std::span<const Sample> samples) {
  std::vector<Sample> training;
  std::vector<Sample> held_out;
  for (const Sample& sample : samples) {
    (sample.is_held_out() ? held_out : training).push_back(sample);
  }
  if (samples.size() < kFewestRows || held_out.size() < kFewestHeldOut || training.empty()) {
    return refusal("fewer than " + std::to_string(kFewestRows) +
                   " rows can be used, or fewer than " + std::to_string(kFewestHeldOut) +
                   " of them held out");
  }
  const std::size_t all = training.size();
  CalibrationFit fit;
  fit.outliers = remove_outliers(training);
  if (static_cast<double>(fit.outliers) > kMostOutliersShare * static_cast<double>(all)) {
    return refusal("more than a fifth of the rows are five times off any line through them");
  }
  fit.rows = training.size();
  fit.costs = least_squares_costs(training, 0.0);
  const auto is_zero = [&](const Sample& sample) { return !(fit.costs.of(sample) > 0.0); };
  if (std::any_of(samples.begin(), samples.end(), is_zero)) {
    return refusal("tokens do not explain the energy: the line gives some rows none");
  }
  fit.residual_factor = band_of(training, fit.costs);
  fit.held_out = score_held_out(held_out, fit.costs, fit.residual_factor);
  if (!(fit.held_out.median_absolute_error <= kMostError)) {
    return refusal("on half of the rows held out the line is off by more than what was measured");
  }
  return fit;
}

}  // namespace gramme
