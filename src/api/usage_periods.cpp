#include "api/usage_periods.hpp"

namespace gramme {

namespace {

using Periods = std::map<std::string, Period>;

Period& period_at(Periods& periods, PeriodKind kind, const std::string& date) {
  return periods.try_emplace(date, Period{kind, date, {}}).first->second;
}

Periods coarser(const Periods& parts, PeriodKind kind) {
  Periods out;
  for (const auto& [date, part] : parts) {
    Period& period = period_at(out, kind, date_of(kind, date));
    for (const LedgerRow& row : part.rows) add_row(period, row);
  }
  return out;
}

}  // namespace

UsagePeriods usage_periods(const std::vector<UsageRow>& rows) {
  UsagePeriods out;
  for (const UsageRow& row : rows) {
    if (row.day == kUnknownDay) continue;
    add_row(period_at(out.days, PeriodKind::day, date_text(row.day)), row.sums);
  }
  out.months = coarser(out.days, PeriodKind::month);
  out.years = coarser(out.months, PeriodKind::year);
  return out;
}

Period period_in(const UsagePeriods& periods, PeriodKind kind, const std::string& date) {
  const Periods& all = kind == PeriodKind::year    ? periods.years
                       : kind == PeriodKind::month ? periods.months
                                                   : periods.days;
  const auto found = all.find(date);
  return found == all.end() ? Period{kind, date, {}} : found->second;
}

}  // namespace gramme
