#include <algorithm>
#include <array>
#include <cmath>

#include "measurements/calibration_fit.hpp"

namespace gramme {

namespace {

constexpr std::size_t kTerms = 3;
using Terms = std::array<double, kTerms>;

/// Of each pivot, beside the terms' own size: below it two terms cannot be told apart.
constexpr double kSmallestPivot = 1e-12;

struct NormalEquations {
  std::array<Terms, kTerms> gram{};
  Terms moment{};
};

[[nodiscard]] NormalEquations normal_equations(std::span<const Sample> samples, double floor) {
  NormalEquations out;
  for (const Sample& sample : samples) {
    const double unit = std::max(sample.watt_hours, floor);
    const Terms x{sample.input_tokens / unit, sample.output_tokens / unit, 1.0 / unit};
    const double y = sample.watt_hours / unit;
    for (std::size_t i = 0; i < kTerms; ++i) {
      out.moment[i] += x[i] * y;
      for (std::size_t j = 0; j < kTerms; ++j) out.gram[i][j] += x[i] * x[j];
    }
  }
  return out;
}

/// Every term in the unit in which its square sums to 1, so that pivots can be compared.
[[nodiscard]] Terms scale_terms(NormalEquations& equations) {
  Terms scales{};
  for (std::size_t i = 0; i < kTerms; ++i) {
    const double size = std::sqrt(equations.gram[i][i]);
    scales[i] = size > 0.0 ? 1.0 / size : 0.0;
  }
  for (std::size_t i = 0; i < kTerms; ++i) {
    equations.moment[i] *= scales[i];
    for (std::size_t j = 0; j < kTerms; ++j) equations.gram[i][j] *= scales[i] * scales[j];
  }
  return scales;
}

[[nodiscard]] bool has_term(unsigned subset, std::size_t term) {
  return ((subset >> term) & 1U) != 0U;
}

/// The terms left out become equations of their own: term = 0.
[[nodiscard]] NormalEquations only(NormalEquations equations, unsigned subset) {
  for (std::size_t i = 0; i < kTerms; ++i) {
    if (has_term(subset, i)) continue;
    for (std::size_t j = 0; j < kTerms; ++j) equations.gram[i][j] = equations.gram[j][i] = 0.0;
    equations.gram[i][i] = 1.0;
    equations.moment[i] = 0.0;
  }
  return equations;
}

/// Elimination without exchanges, which a positive matrix does not need. False: singular.
[[nodiscard]] bool eliminate(NormalEquations& equations) {
  auto& [gram, moment] = equations;
  for (std::size_t i = 0; i < kTerms; ++i) {
    if (!(gram[i][i] > kSmallestPivot)) return false;
    for (std::size_t row = i + 1; row < kTerms; ++row) {
      const double factor = gram[row][i] / gram[i][i];
      for (std::size_t j = i; j < kTerms; ++j) gram[row][j] -= factor * gram[i][j];
      moment[row] -= factor * moment[i];
    }
  }
  return true;
}

[[nodiscard]] Terms substitute(const NormalEquations& equations) {
  Terms out{};
  for (std::size_t i = kTerms; i-- > 0;) {
    double rest = equations.moment[i];
    for (std::size_t j = i + 1; j < kTerms; ++j) rest -= equations.gram[i][j] * out[j];
    out[i] = rest / equations.gram[i][i];
  }
  return out;
}

}  // namespace

LinearCosts least_squares_costs(std::span<const Sample> samples, double floor_watt_hours) {
  constexpr unsigned kAll = (1U << kTerms) - 1U;
  NormalEquations equations = normal_equations(samples, floor_watt_hours);
  const Terms scales = scale_terms(equations);
  Terms best{};
  double most_explained = 0.0;
  for (unsigned subset = kAll; subset > 0; --subset) {
    NormalEquations part = only(equations, subset);
    if (!eliminate(part)) continue;
    const Terms terms = substitute(part);
    if (std::any_of(terms.begin(), terms.end(), [](double term) { return !(term >= 0.0); })) {
      continue;
    }
    double explained = 0.0;
    for (std::size_t i = 0; i < kTerms; ++i) explained += equations.moment[i] * terms[i];
    if (explained <= most_explained) continue;
    most_explained = explained;
    best = terms;
  }
  return {best[0] * scales[0], best[1] * scales[1], best[2] * scales[2]};
}

}  // namespace gramme
