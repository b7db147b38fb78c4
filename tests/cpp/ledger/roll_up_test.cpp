#include "catch.hpp"
#include "ledger/rows.hpp"

namespace gramme {
namespace {

Period day_of(const std::string& date) { return Period{PeriodKind::day, date, {}}; }

std::string date_in_january(std::uint32_t day) {
  return std::string("2026-01-") + (day < 9 ? "0" : "") + std::to_string(day + 1);
}

TEST_CASE("rolling days up gives what adding to the month directly gives") {
  test::Lcg random(13);
  for (int round = 0; round < 50; ++round) {
    std::vector<Period> days;
    Period month{PeriodKind::month, "2026-01", {}};
    for (std::uint32_t day = 0; day < 10; ++day) {
      days.push_back(day_of(date_in_january(day)));
      for (std::uint32_t i = random.below(6); i > 0; --i) {
        const LedgerRow row = test::some_row(random);
        add_row(days.back(), row);
        add_row(month, row);
      }
    }
    const Result<Period> rolled = roll_up(PeriodKind::month, "2026-01", days);
    REQUIRE(rolled.is_ok());
    REQUIRE(test::is_same_rows(rolled->rows, month.rows));
  }
}

TEST_CASE("a year of months is the year of their days") {
  test::Lcg random(14);
  std::vector<Period> days;
  for (const char* date : {"2026-01-05", "2026-01-31", "2026-02-01"}) {
    days.push_back(day_of(date));
    add_row(days.back(), test::some_row(random));
  }
  const Period january = *roll_up(PeriodKind::month, "2026-01", {days[0], days[1]});
  const Period february = *roll_up(PeriodKind::month, "2026-02", {days[2]});
  const Period by_months = *roll_up(PeriodKind::year, "2026", {january, february});
  const Period by_days = *roll_up(PeriodKind::year, "2026", days);
  CHECK(test::is_same_rows(by_months.rows, by_days.rows));
}

TEST_CASE("nothing rolls up to an empty period") {
  const Result<Period> empty = roll_up(PeriodKind::month, "2026-01", {});
  REQUIRE(empty.is_ok());
  CHECK(empty->rows.empty());
  CHECK(empty->date == "2026-01");
}

TEST_CASE("more than 4096 different rows are too large to roll up") {
  std::vector<Period> days{day_of("2026-01-01"), day_of("2026-01-02")};
  for (std::size_t i = 0; i <= kMostRows; ++i) {
    LedgerRow row;
    row.model_id = std::to_string(i);
    days[i % 2].rows.push_back(row);
  }
  CHECK(roll_up(PeriodKind::month, "2026-01", days).error().code == ErrorCode::too_large);
  days[0].rows.pop_back();
  CHECK(roll_up(PeriodKind::month, "2026-01", days).is_ok());
}

TEST_CASE("a part outside the period is refused with its place") {
  const std::string date =
      GENERATE(as<std::string>{}, "2026-02-01", "2025-01-01", "2026", "2027-01-01");
  const Result<Period> result =
      roll_up(PeriodKind::month, "2026-01", {day_of("2026-01-01"), day_of(date)});
  REQUIRE_FALSE(result.is_ok());
  CHECK(result.error().code == ErrorCode::out_of_range);
  CHECK(result.error().path == "/parts/1/date");
}

}  // namespace
}  // namespace gramme
