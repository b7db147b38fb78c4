#include <algorithm>
#include <array>

#include "gramme/ledger.hpp"

namespace gramme {

namespace {

constexpr std::size_t kYearLength = 4;
constexpr std::size_t kMonthLength = 7;
constexpr std::size_t kDayLength = 10;

std::size_t length_of(PeriodKind kind) {
  if (kind == PeriodKind::year) return kYearLength;
  return kind == PeriodKind::month ? kMonthLength : kDayLength;
}

int digits_at(std::string_view date, std::size_t begin, std::size_t count) {
  int value = 0;
  for (const char letter : date.substr(begin, count)) {
    if (letter < '0' || letter > '9') return -1;
    value = value * 10 + (letter - '0');
  }
  return value;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int days = kDays.at(static_cast<std::size_t>(month - 1));
  return month == 2 && is_leap(year) ? days + 1 : days;
}

}  // namespace

std::string date_of(PeriodKind kind, std::string_view day) {
  return std::string(day.substr(0, length_of(kind)));
}

bool is_date(PeriodKind kind, std::string_view date) {
  if (date.size() != length_of(kind)) return false;
  const int year = digits_at(date, 0, kYearLength);
  if (year < 1) return false;
  if (kind == PeriodKind::year) return true;
  const int month = digits_at(date, kYearLength + 1, 2);
  if (date[kYearLength] != '-' || month < 1 || month > 12) return false;
  if (kind == PeriodKind::month) return true;
  const int day = digits_at(date, kMonthLength + 1, 2);
  return date[kMonthLength] == '-' && day >= 1 && day <= days_in(year, month);
}

double day_number(std::string_view day) {
  const int year = digits_at(day, 0, kYearLength);
  const int before = year - 1;
  int days = year * 365 + before / 4 - before / 100 + before / 400;
  const int month = digits_at(day, kYearLength + 1, 2);
  for (int earlier = 1; earlier < month; ++earlier) days += days_in(year, earlier);
  return days + digits_at(day, kMonthLength + 1, 2);
}

Result<Period> roll_up(PeriodKind kind, std::string_view date, const std::vector<Period>& parts) {
  Period out{kind, std::string(date), {}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].date.substr(0, date.size()) != date) {
      return fail(ErrorCode::out_of_range, "/parts/" + std::to_string(i) + "/date",
                  parts[i].date + " is not part of " + std::string(date));
    }
    for (const LedgerRow& row : parts[i].rows) add_row(out, row);
    if (out.rows.size() > kMostRows) {
      return fail(ErrorCode::too_large, "/parts", "more than 4096 different rows");
    }
  }
  return out;
}

}  // namespace gramme
