// How much of each budget its period has used up.
#include "gramme/budget.hpp"

#include "api/budget_measure.hpp"
#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/stored_document.hpp"

namespace gramme {

namespace {

constexpr MostItems kMostBudgets{64, "at most 64 budgets"};

std::string_view name_of(BudgetState state) {
  constexpr std::array<std::string_view, 3> kNames{"within", "near", "over"};
  return kNames.at(static_cast<std::size_t>(state));
}

Budget read_budget(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"id", "range", "measure", "limit", "site", "modelId"});
  Budget budget;
  budget.id = fields.text("id");
  budget.kind = read_period_kind(fields, "range");
  budget.measure = read_budget_measure(fields, "measure");
  budget.limit = fields.number("limit", kBudgetLimit);
  budget.site = fields.optional_text("site").value_or(std::string{});
  budget.model_id = fields.optional_text("modelId").value_or(std::string{});
  return budget;
}

std::vector<Budget> read_budgets(Fields& fields) {
  std::vector<Budget> budgets;
  fields.each_item("budgets", kMostBudgets, [&](const Value& value, const Path& path) {
    budgets.push_back(read_budget(value, path, fields.reading()));
  });
  return budgets;
}

constexpr std::array kKinds{PeriodKind::day, PeriodKind::month, PeriodKind::year};

/// Today's day, month and year, in the order of their kinds.
std::array<Period, kKinds.size()> read_periods(Fields& fields) {
  std::array<Period, kKinds.size()> periods;
  Fields members(fields.find_or_empty("periods"), fields.at("periods"), fields.reading(),
                 {"day", "month", "year"});
  for (std::size_t i = 0; i < kKinds.size() && !fields.reading().problem; ++i) {
    const std::string_view name = name_of(kKinds.at(i));
    periods.at(i).kind = kKinds.at(i);
    const Value* period = members.find(name);
    if (period == nullptr) continue;
    periods.at(i) = read_any_period(*period, members.at(name), fields.reading());
    if (!fields.reading().problem && periods.at(i).kind != kKinds.at(i)) {
      fields.reading().report(ErrorCode::out_of_range, members.at(name), "another kind of period");
    }
  }
  return periods;
}

void write_verdict(JsonWriter& out, const Budget& budget, const Period& period) {
  const BudgetVerdict verdict = judge(budget, period);
  out.open_record();
  out.key("id").text(budget.id);
  out.key("range").text(name_of(budget.kind));
  out.key("measure").text(name_of(budget.measure));
  out.key("limit").number(budget.limit);
  out.key("site").text_or_null(budget.site);
  out.key("modelId").text_or_null(budget.model_id);
  out.key("date").text(period.date);
  out.key("used").range(verdict.used);
  out.key("share").number(verdict.share);
  out.key("state").text(name_of(verdict.state));
  out.key("reached").number(verdict.reached);
  out.close_record();
}

}  // namespace

Problem judge_budgets_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"budgets", "periods"});
  const std::vector<Budget> budgets = read_budgets(fields);
  const auto periods = read_periods(fields);
  if (reading.problem) return reading.problem;
  answer.open_list();
  for (const Budget& budget : budgets) {
    write_verdict(answer, budget, periods.at(static_cast<std::size_t>(budget.kind)));
  }
  answer.close_list();
  return std::nullopt;
}

}  // namespace gramme
