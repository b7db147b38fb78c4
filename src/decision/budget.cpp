#include "gramme/budget.hpp"

namespace gramme {

namespace {

bool is_meant(const Budget& budget, const LedgerRow& row) {
  return (budget.site.empty() || budget.site == row.site) &&
         (budget.model_id.empty() || budget.model_id == row.model_id);
}

double step_of(double share) {
  if (share >= 1.0) return 1.0;
  if (share >= kNearlyUsed) return kNearlyUsed;
  return share >= kHalfUsed ? kHalfUsed : 0.0;
}

BudgetState state_of(double share) {
  if (share >= 1.0) return BudgetState::over;
  return share >= kNearlyUsed ? BudgetState::near : BudgetState::within;
}

}  // namespace

Range measured(const LedgerRow& row, BudgetMeasure measure) {
  switch (measure) {
    case BudgetMeasure::watt_hours:
      return row.energy_watt_hours;
    case BudgetMeasure::tokens:
      return row.prompt_tokens + row.output_tokens;
    case BudgetMeasure::grams_co2e:
      break;
  }
  return row.grams_co2e;
}

BudgetVerdict judge(const Budget& budget, const Period& period) {
  BudgetVerdict verdict;
  for (const LedgerRow& row : period.rows) {
    if (is_meant(budget, row)) verdict.used += measured(row, budget.measure);
  }
  verdict.share = verdict.used.central / budget.limit;
  verdict.state = state_of(verdict.share);
  verdict.reached = step_of(verdict.share);
  return verdict;
}

}  // namespace gramme
