// How the budgets of services stand, and whether one more request is let in.
#include <algorithm>
#include <array>

#include "gramme/days.hpp"
#include "gramme/service_budget.hpp"

namespace gramme {

namespace {

bool is_meant(const ServiceBudget& budget, std::string_view service, std::string_view language) {
  return budget.service == service && (budget.language.empty() || budget.language == language);
}

LedgerRow use_under(const ServiceBudget& budget, const std::vector<ServiceRow>& rows) {
  LedgerRow sum;
  for (const ServiceRow& row : rows) {
    if (is_meant(budget, row.service, row.language)) add_figures(sum, row.use);
  }
  return sum;
}

const ServicePeriod* find_period(const std::vector<ServicePeriod>& periods, std::string_view date) {
  const auto found = std::find_if(periods.begin(), periods.end(),
                                  [&](const ServicePeriod& period) { return period.date == date; });
  return found == periods.end() ? nullptr : &*found;
}

/// What a request weighs in the mean of the latest period that has any; 0: none was ever counted.
double mean_of_latest(const ServiceBudget& budget, const std::vector<ServicePeriod>& periods) {
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    const LedgerRow use = use_under(budget, period->rows);
    if (use.requests > 0.0) return measured(use, budget.measure).central / use.requests;
  }
  return 0.0;
}

double mean_of_request(const ServiceBudget& budget, const ServiceState& state,
                       const LedgerRow& use) {
  if (use.requests > 0.0) return measured(use, budget.measure).central / use.requests;
  return mean_of_latest(budget, state.months);
}

double requests_under(const ServiceBudget& budget, const std::vector<InFlight>& in_flight) {
  double sum = 0.0;
  for (const InFlight& flight : in_flight) {
    if (is_meant(budget, flight.service, flight.language)) sum += flight.requests;
  }
  return sum;
}

/// The day after a day, or the first day after a month.
std::string day_after(PeriodKind kind, const std::string& date) {
  if (kind == PeriodKind::day) return date_text(day_of_date(date).value_or(0) + 1);
  // The 32nd day from a month's first lies in the next one.
  constexpr int kLongestMonthDays = 31;
  const DayNumber later = day_of_date(date + "-01").value_or(0) + kLongestMonthDays;
  return date_of(PeriodKind::month, date_text(later)) + "-01";
}

void put_admission(const ServiceBudget& budget, ServiceBudgetVerdict& out) {
  if (out.share >= budget.throttle_share) {
    out.admission = Admission::throttle;
    out.reason = AdmissionReason::limit_reached;
  } else if (out.reckoned_share >= budget.throttle_share) {
    out.admission = Admission::throttle;
    out.reason = AdmissionReason::in_flight_fills_limit;
  } else if (out.reckoned_share >= budget.warn_share) {
    out.admission = Admission::warn;
    out.reason = AdmissionReason::warn_share_reached;
  }
}

}  // namespace

std::string_view name_of(Admission admission) {
  constexpr std::array<std::string_view, 3> kNames{"allow", "warn", "throttle"};
  return kNames.at(static_cast<std::size_t>(admission));
}

std::string_view name_of(AdmissionReason reason) {
  constexpr std::array<std::string_view, 4> kNames{"within", "warn_share_reached", "limit_reached",
                                                   "in_flight_fills_limit"};
  return kNames.at(static_cast<std::size_t>(reason));
}

std::vector<ServiceBudgetVerdict> judge_services(const std::vector<ServiceBudget>& budgets,
                                                 const ServiceState& state, std::string_view day,
                                                 const std::vector<InFlight>& in_flight) {
  std::vector<ServiceBudgetVerdict> out;
  for (std::size_t i = 0; i < budgets.size(); ++i) {
    const ServiceBudget& budget = budgets[i];
    ServiceBudgetVerdict verdict;
    verdict.budget = i;
    verdict.date = date_of(budget.kind, day);
    const ServicePeriod* period =
        find_period(budget.kind == PeriodKind::day ? state.days : state.months, verdict.date);
    const LedgerRow use = period == nullptr ? LedgerRow{} : use_under(budget, period->rows);
    verdict.used = measured(use, budget.measure);
    verdict.share = verdict.used.central / budget.limit;
    const double reckoned = requests_under(budget, in_flight) * mean_of_request(budget, state, use);
    verdict.reckoned_share = (verdict.used.central + reckoned) / budget.limit;
    put_admission(budget, verdict);
    verdict.resets_on = day_after(budget.kind, verdict.date);
    out.push_back(std::move(verdict));
  }
  return out;
}

const ServiceBudgetVerdict* deciding_verdict(const std::vector<ServiceBudget>& budgets,
                                             const std::vector<ServiceBudgetVerdict>& verdicts,
                                             std::string_view service, std::string_view language) {
  const ServiceBudgetVerdict* strictest = nullptr;
  for (const ServiceBudgetVerdict& verdict : verdicts) {
    if (!is_meant(budgets[verdict.budget], service, language)) continue;
    const bool is_stricter = strictest == nullptr || verdict.admission > strictest->admission ||
                             (verdict.admission == strictest->admission &&
                              verdict.reckoned_share > strictest->reckoned_share);
    if (is_stricter) strictest = &verdict;
  }
  return strictest;
}

}  // namespace gramme
