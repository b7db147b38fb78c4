#pragma once

#include <map>
#include <string>
#include <vector>

#include "gramme/usage.hpp"

namespace gramme {

/// Use by day, month and year as the ledger has it: months are made of days, years of months.
struct UsagePeriods {
  /// By their dates.
  std::map<std::string, Period> days;
  std::map<std::string, Period> months;
  std::map<std::string, Period> years;
};

/// Rows of no known day are in none of them.
[[nodiscard]] UsagePeriods usage_periods(const std::vector<UsageRow>& rows);

/// A period without rows where nothing is known of it.
[[nodiscard]] Period period_in(const UsagePeriods& periods, PeriodKind kind,
                               const std::string& date);

}  // namespace gramme
