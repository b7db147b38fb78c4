// Scaled criteria put together (docs/method.md#decision).
#include "decision/score.hpp"

#include <cmath>

namespace gramme {

namespace {

CriterionScore part_of(const FittedCriterion& criterion, const WeighedEntry& row, double files) {
  CriterionScore part;
  part.value = value_of(criterion.criterion, row, files);
  if (part.value && criterion.origin != BoundsOrigin::none) {
    part.scaled = scaled(criterion, *part.value);
  }
  return part;
}

/// Shares of the row's own weights, and what each part adds.
void share_out(RowScore& score, const Scoring& scoring) {
  double all = 0.0;
  double present = 0.0;
  for (std::size_t i = 0; i < score.parts.size(); ++i) {
    const double weight = scoring.criteria[i].criterion.weight;
    all += weight;
    if (score.parts[i].scaled) present += weight;
  }
  score.scored_share = all > 0.0 ? present / all : 0.0;
  for (std::size_t i = 0; i < score.parts.size(); ++i) {
    CriterionScore& part = score.parts[i];
    if (!part.scaled || present <= 0.0) continue;
    part.weight_share = scoring.criteria[i].criterion.weight / present;
    const bool is_sum = scoring.method == DecisionMethod::criteria;
    part.contribution = is_sum ? part.weight_share * *part.scaled : *part.scaled;
  }
}

}  // namespace

std::optional<double> combine(DecisionMethod method,
                              std::span<const std::optional<double>> scaled_values,
                              std::span<const double> weights) {
  double sum = 0.0;
  double weight_sum = 0.0;
  for (std::size_t i = 0; i < scaled_values.size(); ++i) {
    if (!scaled_values[i] || weights[i] <= 0.0) continue;
    const double value = *scaled_values[i];
    // The logarithm of nothing is minus infinity, and the mean nothing, as it should be.
    sum += weights[i] * (method == DecisionMethod::impact ? std::log(value) : value);
    weight_sum += weights[i];
  }
  if (weight_sum <= 0.0) return std::nullopt;
  const double mean = sum / weight_sum;
  return method == DecisionMethod::impact ? std::exp(mean) : mean;
}

RowScore score_row(const Scoring& scoring, const WeighedEntry& row, double files_per_month) {
  RowScore score;
  std::vector<std::optional<double>> scaled_values;
  std::vector<double> weights;
  for (const FittedCriterion& criterion : scoring.criteria) {
    score.parts.push_back(part_of(criterion, row, files_per_month));
    scaled_values.push_back(score.parts.back().scaled);
    weights.push_back(criterion.criterion.weight);
  }
  score.score = combine(scoring.method, scaled_values, weights);
  share_out(score, scoring);
  return score;
}

}  // namespace gramme
