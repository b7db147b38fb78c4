#pragma once

#include "decision/score.hpp"

namespace gramme {

/// What advice goes by besides the score.
struct AdviceRules {
  AdviceThresholds thresholds;
  double protected_criticality = 0.8;
};

/// The advice for a row at so many files a month, its reason, and what it would save; absent where
/// less than half of the weights could be scored.
[[nodiscard]] std::optional<AdvisedRow> advise(const Scoring& scoring, const AdviceRules& rules,
                                               const WeighedEntry& row, double files_per_month);

/// The same without the number of files to reduce to and without savings.
[[nodiscard]] std::optional<AdvisedRow> classify(const Scoring& scoring, const AdviceRules& rules,
                                                 const WeighedEntry& row, double files_per_month);

}  // namespace gramme
