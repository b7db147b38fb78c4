#include "gramme/forecast.hpp"

#include <algorithm>
#include <cmath>

namespace gramme {

namespace {

/// Of a normal distribution: a tenth lies above it.
constexpr double kNinetiethPercentile = 1.2816;

/// What was used on each calendar day of the window.
struct DailyUse {
  std::vector<LedgerRow> days;
  LedgerRow sum;
};

DailyUse use_up_to(const std::vector<Period>& days, std::string_view today) {
  DailyUse use;
  double first = 0.0;
  const double last = day_number(today);
  for (const Period& day : days) {
    const double number = day_number(day.date);
    if (number > last || number <= last - kMostForecastDays || day.rows.empty()) continue;
    first = use.days.empty() ? number : std::min(first, number);
    use.days.push_back(total_of(day.rows));
  }
  if (use.days.empty()) return use;
  use.sum = total_of(use.days);
  // Days without use are days too.
  use.days.resize(static_cast<std::size_t>(last - first) + 1);
  return use;
}

/// The standard error of the daily mean, as a share of it.
double relative_error(const DailyUse& use, Range LedgerRow::*figure) {
  const double count = static_cast<double>(use.days.size());
  const double mean = (use.sum.*figure).central / count;
  if (mean <= 0.0) return 0.0;
  double squares = 0.0;
  for (const LedgerRow& day : use.days) {
    const double off = (day.*figure).central - mean;
    squares += off * off;
  }
  return std::sqrt(squares / (count - 1.0) / count) / mean;
}

struct Ahead {
  double days_left = 0.0;
  Range LedgerRow::*figure = nullptr;
};

Range whole_year(const LedgerRow& so_far, const DailyUse& use, const Ahead& ahead) {
  const double count = static_cast<double>(use.days.size());
  const double spread = kNinetiethPercentile * relative_error(use, ahead.figure);
  const Range spreads{std::max(0.0, 1.0 - spread), 1.0, 1.0 + spread};
  return so_far.*ahead.figure + (use.sum.*ahead.figure) * (ahead.days_left / count) * spreads;
}

}  // namespace

std::optional<Forecast> forecast_year(const Period& year, const std::vector<Period>& days,
                                      std::string_view today) {
  const DailyUse use = use_up_to(days, today);
  const double count = static_cast<double>(use.days.size());
  if (count < kFewestForecastDays) return std::nullopt;
  const LedgerRow so_far = total_of(year.rows);
  const double left = day_number(std::string(today.substr(0, 4)) + "-12-31") - day_number(today);
  return Forecast{whole_year(so_far, use, {left, &LedgerRow::grams_co2e}),
                  whole_year(so_far, use, {left, &LedgerRow::energy_watt_hours}), count};
}

}  // namespace gramme
