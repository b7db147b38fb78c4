#include "catch.hpp"
#include "gramme/ledger.hpp"

namespace gramme {
namespace {

TEST_CASE("a date is one of the calendar, leap years included") {
  const std::string date =
      GENERATE(as<std::string>{}, "2026-01-15", "2024-02-29", "2000-02-29", "2026-12-31",
               "2026-02-28", "0001-01-01", "9999-12-31", "2026-04-30");
  CAPTURE(date);
  CHECK(is_date(PeriodKind::day, date));
}

TEST_CASE("what is no day of the calendar is refused") {
  const std::string date =
      GENERATE(as<std::string>{}, "", "2026", "2026-01", "2026-02-29", "1900-02-29", "2100-02-29",
               "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "2026-04-31", "2026-1-15",
               "2026/01/15", "2026-01-15T", " 026-01-15", "0000-01-01", "20a6-01-15", "2026-01--1",
               "-026-01-15", "2026-0x-15", "2026-01-1\xB2");
  CAPTURE(date);
  CHECK_FALSE(is_date(PeriodKind::day, date));
}

TEST_CASE("months and years have their own shape") {
  CHECK(is_date(PeriodKind::month, "2026-12"));
  CHECK(is_date(PeriodKind::year, "2026"));
  CHECK_FALSE(is_date(PeriodKind::month, "2026-13"));
  CHECK_FALSE(is_date(PeriodKind::month, "2026"));
  CHECK_FALSE(is_date(PeriodKind::month, "2026-01-15"));
  CHECK_FALSE(is_date(PeriodKind::year, "2026-01"));
  CHECK_FALSE(is_date(PeriodKind::year, "0000"));
}

TEST_CASE("a day lies in its month and its year") {
  CHECK(date_of(PeriodKind::day, "2026-01-15") == "2026-01-15");
  CHECK(date_of(PeriodKind::month, "2026-01-15") == "2026-01");
  CHECK(date_of(PeriodKind::year, "2026-01-15") == "2026");
}

}  // namespace
}  // namespace gramme
