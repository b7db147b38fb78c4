#include "gramme/forecast.hpp"

#include "catch.hpp"
#include "support.hpp"

namespace gramme {
namespace {

Period day_of(int day, double grams) {
  LedgerRow row;
  row.requests = 1.0;
  row.grams_co2e = {0.5 * grams, grams, 3.0 * grams};
  row.energy_watt_hours = row.grams_co2e * 2.0;
  const std::string number = (day < 10 ? "0" : "") + std::to_string(day);
  return {PeriodKind::day, "2026-11-" + number, {row}};
}

Period year_of(const std::vector<Period>& days) {
  return roll_up(PeriodKind::year, "2026", days).value();
}

TEST_CASE("days between dates are counted over leap years and centuries") {
  CHECK(day_number("2026-01-02") - day_number("2026-01-01") == 1.0);
  CHECK(day_number("2024-03-01") - day_number("2024-02-28") == 2.0);
  CHECK(day_number("2023-03-01") - day_number("2023-02-28") == 1.0);
  CHECK(day_number("2027-01-01") - day_number("2026-01-01") == 365.0);
  CHECK(day_number("2025-01-01") - day_number("2024-01-01") == 366.0);
  CHECK(day_number("2001-01-01") - day_number("2000-01-01") == 366.0);
  CHECK(day_number("2101-01-01") - day_number("2100-01-01") == 365.0);
}

TEST_CASE("fewer than seven days tell nothing of a year") {
  std::vector<Period> days;
  for (int day = 1; day <= 6; ++day) days.push_back(day_of(day, 2.0));
  CHECK_FALSE(forecast_year(year_of(days), days, "2026-11-06").has_value());
  CHECK(forecast_year(year_of(days), days, "2026-11-07").has_value());
  CHECK_FALSE(forecast_year(Period{}, {}, "2026-11-07").has_value());
}

TEST_CASE("even use goes on as it was, and its bounds are those of the figures") {
  std::vector<Period> days;
  for (int day = 1; day <= 10; ++day) days.push_back(day_of(day, 2.0));
  const auto forecast = forecast_year(year_of(days), days, "2026-11-10");
  REQUIRE(forecast.has_value());
  // 10 days counted, 51 to come.
  CHECK(forecast->days == 10.0);
  CHECK(forecast->grams_co2e.central == Approx(61.0 * 2.0));
  CHECK(forecast->grams_co2e.low == Approx(61.0 * 1.0));
  CHECK(forecast->grams_co2e.high == Approx(61.0 * 6.0));
  CHECK(forecast->energy_watt_hours.central == Approx(61.0 * 4.0));
}

TEST_CASE("days without use count, and uneven use widens the bounds") {
  const std::vector<Period> days{day_of(1, 8.0), day_of(5, 8.0)};
  const auto forecast = forecast_year(year_of(days), days, "2026-11-08");
  REQUIRE(forecast.has_value());
  CHECK(forecast->days == 8.0);
  CHECK(forecast->grams_co2e.central == Approx(16.0 + 53.0 * 2.0));
  CHECK(forecast->grams_co2e.low < 8.0 + 53.0 * 1.0);
  CHECK(forecast->grams_co2e.high > 48.0 + 53.0 * 6.0);
  CHECK(forecast->grams_co2e.low >= 8.0);
}

TEST_CASE("only the last four weeks tell how use goes on") {
  std::vector<Period> days;
  for (int day = 1; day <= 30; ++day) days.push_back(day_of(day, day <= 2 ? 1000.0 : 2.0));
  const auto forecast = forecast_year(year_of(days), days, "2026-11-30");
  REQUIRE(forecast.has_value());
  CHECK(forecast->days == 28.0);
  CHECK(forecast->grams_co2e.central == Approx(2000.0 + 28 * 2.0 + 31.0 * 2.0));
}

}  // namespace
}  // namespace gramme
