#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gramme/ledger.hpp"

namespace gramme {

/// What a whole year weighs if use goes on as it did lately.
struct Forecast {
  Range grams_co2e;
  Range energy_watt_hours;
  /// Calendar days of use that it goes by.
  double days = 0.0;
};

/// Fewer days tell nothing of a year.
inline constexpr double kFewestForecastDays = 7.0;
/// Days before today that are looked at.
inline constexpr int kMostForecastDays = 28;

/// The year so far, and for each day after today the mean of the last 28 days (of all since the
/// first use when that is later; days without use count). The bounds are those of the figures,
/// times 1.28 standard errors of the daily mean: an 80 % interval if days are alike
/// (docs/method.md#forecast). Absent before seven days. Preconditions: `today` is a date in `year`;
/// days are of that kind.
[[nodiscard]] std::optional<Forecast> forecast_year(const Period& year,
                                                    const std::vector<Period>& days,
                                                    std::string_view today);

}  // namespace gramme
