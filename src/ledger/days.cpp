// Days by the civil calendar: the algorithms of Howard Hinnant's "chrono-compatible low-level date
// algorithms".
#include <array>

#include "gramme/days.hpp"
#include "gramme/ledger.hpp"

namespace gramme {

namespace {

void put_digits(std::string& out, std::size_t at, int value, int digits) {
  for (int i = digits - 1; i >= 0; --i) {
    out[at + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
}

}  // namespace

std::string date_text(DayNumber day) {
  constexpr int kDaysPerEra = 146097;
  constexpr int kDaysToEpoch = 719468;
  const int shifted = day + kDaysToEpoch;
  const int era = (shifted >= 0 ? shifted : shifted - (kDaysPerEra - 1)) / kDaysPerEra;
  const int of_era = shifted - era * kDaysPerEra;
  const int year_of_era =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / (kDaysPerEra - 1)) / 365;
  const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  std::string out = "0000-00-00";
  put_digits(out, 0, year_of_era + era * 400 + (month <= 2 ? 1 : 0), 4);
  put_digits(out, 5, month, 2);
  put_digits(out, 8, of_year - (153 * shifted_month + 2) / 5 + 1, 2);
  return out;
}

std::optional<DayNumber> day_of_date(std::string_view date) {
  if (!is_date(PeriodKind::day, date)) return std::nullopt;
  return static_cast<DayNumber>(day_number(date) - day_number("1970-01-01"));
}

}  // namespace gramme
