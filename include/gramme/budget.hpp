#pragma once

#include <string>

#include "gramme/ledger.hpp"

namespace gramme {

enum class BudgetMeasure { grams_co2e, watt_hours, tokens };

/// What a day, month or year may weigh.
struct Budget {
  std::string id;
  PeriodKind kind = PeriodKind::day;
  BudgetMeasure measure = BudgetMeasure::grams_co2e;
  /// In the unit of the measure; > 0.
  double limit = 1.0;
  /// Empty: of any site.
  std::string site;
  /// Empty: of any model.
  std::string model_id;
};

/// What a budget of that measure counts of a row: of tokens those of prompts and answers.
[[nodiscard]] Range measured(const LedgerRow& row, BudgetMeasure measure);

enum class BudgetState { within, near, over };

inline constexpr double kHalfUsed = 0.5;
inline constexpr double kNearlyUsed = 0.8;

struct BudgetVerdict {
  Range used;
  /// Central value used up, 1 when all of it is.
  double share = 0.0;
  BudgetState state = BudgetState::within;
  /// The highest of 0.5, 0.8 and 1 that the share has reached; 0 before the first.
  double reached = 0.0;
};

/// How much of a budget a period has used up. Tokens are those of prompts and answers.
/// Precondition: the period is of the budget's kind.
[[nodiscard]] BudgetVerdict judge(const Budget& budget, const Period& period);

}  // namespace gramme
