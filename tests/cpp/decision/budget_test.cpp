#include "gramme/budget.hpp"

#include "catch.hpp"
#include "ledger/rows.hpp"

namespace gramme {
namespace {

LedgerRow row_of(const char* site, const char* model, double grams) {
  LedgerRow row;
  row.site = site;
  row.model_id = model;
  row.requests = 1.0;
  row.prompt_tokens = exactly(10.0);
  row.output_tokens = {80.0, 90.0, 100.0};
  row.energy_watt_hours = {grams, 2.0 * grams, 8.0 * grams};
  row.grams_co2e = {0.5 * grams, grams, 4.0 * grams};
  return row;
}

const Period kDay{PeriodKind::day,
                  "2026-01-15",
                  {row_of("chatgpt", "gpt-5", 30.0), row_of("claude", "claude-opus-4-5", 20.0),
                   row_of("chatgpt", "gpt-4o", 5.0)}};

Budget budget_of(BudgetMeasure measure, double limit) {
  Budget budget;
  budget.measure = measure;
  budget.limit = limit;
  return budget;
}

TEST_CASE("a budget adds up what its measure, site and model mean") {
  Budget budget = budget_of(BudgetMeasure::grams_co2e, 100.0);
  CHECK(judge(budget, kDay).used == Range{27.5, 55.0, 220.0});
  budget.site = "chatgpt";
  CHECK(judge(budget, kDay).used.central == 35.0);
  budget.model_id = "gpt-5";
  CHECK(judge(budget, kDay).used.central == 30.0);
  budget.site = "claude";
  CHECK(judge(budget, kDay).used.central == 0.0);
  CHECK(judge(budget_of(BudgetMeasure::watt_hours, 1.0), kDay).used.central == 110.0);
  CHECK(judge(budget_of(BudgetMeasure::tokens, 1.0), kDay).used == Range{270.0, 300.0, 330.0});
}

TEST_CASE("a share reaches its steps exactly at them") {
  struct Step {
    double limit;
    double reached;
    BudgetState state;
  };
  for (const Step& step :
       {Step{1000.0, 0.0, BudgetState::within}, Step{110.0, 0.5, BudgetState::within},
        Step{110.1, 0.0, BudgetState::within}, Step{68.75, 0.8, BudgetState::near},
        Step{68.8, 0.5, BudgetState::within}, Step{55.0, 1.0, BudgetState::over},
        Step{55.1, 0.8, BudgetState::near}, Step{1.0, 1.0, BudgetState::over}}) {
    CAPTURE(step.limit);
    const BudgetVerdict verdict = judge(budget_of(BudgetMeasure::grams_co2e, step.limit), kDay);
    CHECK(verdict.reached == step.reached);
    CHECK(verdict.state == step.state);
    CHECK(verdict.share == Approx(55.0 / step.limit));
  }
}

TEST_CASE("a period without rows uses nothing") {
  const BudgetVerdict verdict = judge(budget_of(BudgetMeasure::tokens, 5.0), Period{});
  CHECK(verdict.used == Range{});
  CHECK(verdict.state == BudgetState::within);
}

}  // namespace
}  // namespace gramme
