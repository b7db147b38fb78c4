// What services used, by day and month.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "gramme/service_budget.hpp"

namespace gramme {

namespace {

constexpr std::size_t kLongestName = 64;

bool is_name_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' || letter == '_';
}

using Name = std::pair<std::string, std::string>;

bool has_service(const std::vector<ServiceBudget>& budgets, const std::string& service) {
  return std::any_of(budgets.begin(), budgets.end(),
                     [&](const ServiceBudget& budget) { return budget.service == service; });
}

bool has_name(const std::vector<ServiceBudget>& budgets, const Name& name) {
  return std::any_of(budgets.begin(), budgets.end(), [&](const ServiceBudget& budget) {
    return budget.service == name.first && budget.language == name.second;
  });
}

/// The name to count under. Names may come from anybody who sends requests: those without a budget
/// are kept up to a number, so that they neither fill the state nor hide from a budget.
Name counted_name(const ServicePeriod& period, const std::vector<ServiceBudget>& budgets,
                  const Name& name) {
  if (has_name(budgets, name)) return name;
  std::set<Name> unbudgeted;
  for (const ServiceRow& row : period.rows) {
    const Name known{row.service, row.language};
    if (known == name) return name;
    if (!has_name(budgets, known)) unbudgeted.insert(known);
  }
  if (unbudgeted.size() < kMostUnbudgetedNames) return name;
  const std::string other(kOtherName);
  return {has_service(budgets, name.first) ? name.first : other, other};
}

void add_to_period(ServicePeriod& period, const std::vector<ServiceBudget>& budgets,
                   const ServiceRow& added) {
  ServiceRow row = added;
  std::tie(row.service, row.language) =
      counted_name(period, budgets, {added.service, added.language});
  const auto found =
      std::find_if(period.rows.begin(), period.rows.end(), [&](const ServiceRow& known) {
        return known.service == row.service && known.language == row.language &&
               known.use.methodology == row.use.methodology;
      });
  if (found == period.rows.end()) {
    period.rows.push_back(std::move(row));
  } else {
    add_figures(found->use, row.use);
  }
}

ServicePeriod& period_of(std::vector<ServicePeriod>& periods, const std::string& date) {
  const auto place = std::lower_bound(
      periods.begin(), periods.end(), date,
      [](const ServicePeriod& period, const std::string& wanted) { return period.date < wanted; });
  if (place != periods.end() && place->date == date) return *place;
  return *periods.insert(place, ServicePeriod{date, {}});
}

void keep_latest(std::vector<ServicePeriod>& periods, std::size_t most) {
  if (periods.size() <= most) return;
  periods.erase(periods.begin(), periods.end() - static_cast<std::ptrdiff_t>(most));
}

/// Rows of one name in one, in order of their names.
template <typename NameOf>
std::vector<ServiceRow> summed_by(const std::vector<ServiceRow>& rows, NameOf name_of_row) {
  std::map<Name, LedgerRow> sums;
  for (const ServiceRow& row : rows) add_figures(sums[name_of_row(row)], row.use);
  std::vector<ServiceRow> out;
  out.reserve(sums.size());
  for (const auto& [name, sum] : sums) out.push_back({name.first, name.second, sum});
  return out;
}

}  // namespace

bool is_service_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName &&
         std::all_of(name.begin(), name.end(), &is_name_letter);
}

void add_use(ServiceState& state, const std::vector<ServiceBudget>& budgets, std::string_view day,
             const ServiceRow& row) {
  add_to_period(period_of(state.days, std::string(day)), budgets, row);
  add_to_period(period_of(state.months, date_of(PeriodKind::month, day)), budgets, row);
  keep_latest(state.days, kMostServiceDays);
  keep_latest(state.months, kMostServiceMonths);
}

ServiceSums sums_of(const std::vector<ServicePeriod>& periods, std::string_view date) {
  ServiceSums out;
  out.date = date;
  const auto found = std::find_if(periods.begin(), periods.end(),
                                  [&](const ServicePeriod& period) { return period.date == date; });
  if (found == periods.end()) return out;
  for (const ServiceRow& row : found->rows) add_figures(out.total, row.use);
  out.by_service = summed_by(found->rows, [](const ServiceRow& row) {
    return Name{row.service, {}};
  });
  out.by_language = summed_by(found->rows, [](const ServiceRow& row) {
    return Name{{}, row.language};
  });
  out.by_service_and_language = summed_by(found->rows, [](const ServiceRow& row) {
    return Name{row.service, row.language};
  });
  return out;
}

}  // namespace gramme
