#include "measurements/score.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace gramme {

namespace {

[[nodiscard]] double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

[[nodiscard]] double r2_of_logs(std::span<const Scored> rows) {
  double mean = 0.0;
  for (const Scored& row : rows) mean += std::log(row.measured);
  mean /= static_cast<double>(rows.size());
  double residual = 0.0;
  double total = 0.0;
  for (const Scored& row : rows) {
    const double measured = std::log(row.measured);
    residual += std::pow(measured - std::log(row.predicted.central), 2);
    total += std::pow(measured - mean, 2);
  }
  return total > 0.0 ? 1.0 - residual / total : 0.0;
}

}  // namespace

Score score(std::span<const Scored> rows) {
  Score out;
  out.rows = rows.size();
  if (rows.empty()) return out;
  const auto count = static_cast<double>(rows.size());
  std::vector<double> errors;
  for (const auto& [measured, predicted] : rows) {
    const double ratio = predicted.central / measured;
    errors.push_back(std::abs(ratio - 1.0));
    out.mean_absolute_error += errors.back() / count;
    out.within_factor_2 += ratio >= 0.5 && ratio <= 2.0 ? 1.0 / count : 0.0;
    out.band_coverage +=
        measured >= predicted.low && measured <= predicted.high ? 1.0 / count : 0.0;
  }
  out.median_absolute_error = median(std::move(errors));
  out.r2_log = r2_of_logs(rows);
  return out;
}

}  // namespace gramme
