#include "api/stored_document.hpp"

#include "api/documents.hpp"
#include "api/door.hpp"
#include "catch.hpp"
#include "ledger/rows.hpp"

namespace gramme {
namespace {

using test::answer_of;
using test::at;
using test::verdict;

std::string stored_text(const LedgerDay& day) {
  std::string out;
  JsonWriter writer(out);
  write_stored_day(writer, day);
  return out;
}

LedgerDay some_day(test::Lcg& random) {
  LedgerDay day{"2026-01-15", {"Europe/Paris"}, {}};
  for (const char* device : {"a", "b"}) {
    DayPart& part = part_of(day, device);
    part.revision = 1.0 + random.below(100);
    Period rows;
    for (int i = 0; i < 6; ++i) add_row(rows, test::some_row(random));
    part.rows = rows.rows;
  }
  return day;
}

/// Stored rows have their warnings in order of the alphabet.
std::vector<LedgerRow> sorted_rows(const LedgerDay& day) {
  std::vector<LedgerRow> rows = period_of(day).rows;
  for (LedgerRow& row : rows) std::sort(row.warnings.begin(), row.warnings.end());
  return rows;
}

TEST_CASE("a stored day reads back with identical rows and text") {
  test::Lcg random(31);
  for (int round = 0; round < 50; ++round) {
    const LedgerDay day = some_day(random);
    const std::string text = stored_text(day);
    Reading reading;
    const LedgerDay again = read_stored_day(*parse_json(text), Path{}, reading);
    REQUIRE_FALSE(reading.problem.has_value());
    CHECK(stored_text(again) == text);
    CHECK(test::is_same_rows(sorted_rows(again), sorted_rows(day)));
  }
}

TEST_CASE("a store may give members and warnings back in another order") {
  LedgerDay day{"2026-01-15", {}, {}};
  LedgerRow row;
  row.requests = 2.0;
  row.warnings = {{"z", 1.0}, {"a", 2.0}};
  part_of(day, "here").rows = {row};
  Value value = *parse_json(stored_text(day));
  std::reverse(value.record()->begin(), value.record()->end());
  Reading reading;
  CHECK(stored_text(read_stored_day(value, Path{}, reading)) == stored_text(day));
  CHECK_FALSE(reading.problem.has_value());
}

/// What a flipped byte turns a day into is refused, or reads as the very same day.
TEST_CASE("no altered byte of a stored day goes unnoticed") {
  test::Lcg random(32);
  const std::string text = stored_text(some_day(random));
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string altered = text;
    altered[i] =
        static_cast<char>(static_cast<unsigned char>(altered[i]) ^ (1U + random.below(127)));
    const Result<Value> document = parse_json(altered);
    if (!document) continue;
    Reading reading;
    const LedgerDay day = read_stored_day(*document, Path{}, reading);
    CAPTURE(i, altered[i]);
    CHECK((reading.problem.has_value() || stored_text(day) == text));
  }
}

TEST_CASE("totals are derived from days, years from months, and both say when they were altered") {
  test::Lcg random(33);
  const LedgerDay day = some_day(random);
  const Value month = *answer_of("derive", R"({"range":"month","date":"2026-01","parts":[)" +
                                               stored_text(day) + "]}")
                           .find("value");
  const std::string month_text = write_json(month);
  const Value year =
      *answer_of("derive", R"({"range":"year","date":"2026","parts":[)" + month_text + "]}")
           .find("value");
  const Value shown =
      *answer_of("rollUp", R"({"range":"year","date":"2026","parts":[)" + write_json(year) + "]}")
           .find("value");
  CHECK(*at(shown, {"stats", "requests"}).number() == total_of(period_of(day).rows).requests);
  std::string altered = month_text;
  altered.replace(altered.find("2026-01"), 7, "2026-02");
  CHECK(verdict("derive", R"({"range":"year","date":"2026","parts":[)" + altered + "]}") ==
        "damaged_record /parts/0/checksum");
  CHECK(verdict("derive", R"({"range":"day","date":"2026-01-15","parts":[]})") ==
        "out_of_range /range");
}

TEST_CASE("merging says what an import would change") {
  test::Lcg random(34);
  const LedgerDay one = some_day(random);
  LedgerDay two = one;
  two.parts.front().revision += 1.0;
  two.parts.front().rows.push_back(test::some_row(random));
  const auto merge = [](const LedgerDay& a, const LedgerDay& b) {
    return *answer_of("merge", "{\"days\":[" + stored_text(a) + "," + stored_text(b) + "]}")
                .find("value");
  };
  CHECK(*at(merge(one, one), {"isUnchanged"}).flag());
  CHECK_FALSE(*at(merge(one, two), {"isUnchanged"}).flag());
  CHECK(*at(merge(two, one), {"isUnchanged"}).flag());
  CHECK(*at(merge(one, two), {"requests"}).number() == total_of(period_of(two).rows).requests);
  LedgerDay other = one;
  other.date = "2026-01-16";
  CHECK(verdict("merge", "{\"days\":[" + stored_text(one) + "," + stored_text(other) + "]}") ==
        "out_of_range /days/1/date");
  CHECK(verdict("merge", R"({"days":[]})") == "missing_key /days");
}

TEST_CASE("a day of version 1 is taken over as a part of this installation") {
  test::Lcg random(35);
  Period period{PeriodKind::day, "2026-01-15", {}};
  for (int i = 0; i < 9; ++i) add_row(period, test::some_row(random));
  std::string text;
  JsonWriter writer(text);
  write_period(writer, period);
  const Value day =
      *answer_of("adopt", "{\"period\":" + text + R"(,"zone":"","device":"here"})").find("value");
  Reading reading;
  const LedgerDay read = read_stored_day(day, Path{}, reading);
  CHECK(test::is_same_rows(period_of(read).rows, period.rows));
  CHECK(verdict("adopt", R"({"period":{"schema":1,"range":"month","date":"2026-01","rows":[]},)"
                         R"("zone":"","device":"here"})") == "out_of_range /period");
}

TEST_CASE("a day may hold parts of at most 64 installations") {
  LedgerDay day{"2026-01-15", {}, {}};
  for (std::size_t i = 0; i <= kMostDevices; ++i) (void)part_of(day, "d" + std::to_string(i));
  Reading reading;
  (void)read_stored_day(*parse_json(stored_text(day)), Path{}, reading);
  REQUIRE(reading.problem.has_value());
  CHECK(reading.problem->code == ErrorCode::too_large);
}

TEST_CASE("budgets, forecasts and comparisons cross the door") {
  test::Lcg random(36);
  const std::string day = stored_text(some_day(random));
  const Value verdicts =
      *answer_of("judgeBudgets", R"({"budgets":[{"id":"b","range":"day","measure":"tokens",)"
                                 R"("limit":1,"site":null,"modelId":null}],"periods":{"day":)" +
                                     day + "}}")
           .find("value");
  CHECK(*at(verdicts.list()->front(), {"state"}).text() == "over");
  CHECK(*at(verdicts.list()->front(), {"date"}).text() == "2026-01-15");
  CHECK(verdict("judgeBudgets",
                R"({"budgets":[{"id":"b","range":"day","measure":"joy","limit":1}],)"
                R"("periods":{}})") == "out_of_range /budgets/0/measure");
  CHECK(verdict("judgeBudgets", R"({"budgets":[],"periods":{"month":)" + day + "}}") ==
        "out_of_range /periods/month");
  const std::string year = R"({"schema":1,"range":"year","date":"2026","rows":[]})";
  CHECK(answer_of("forecast", R"({"today":"2026-01-15","year":)" + year + R"(,"days":[]})")
            .find("value")
            ->is_null());
  CHECK(verdict("forecast", R"({"today":"tomorrow","year":)" + year + R"(,"days":[]})") ==
        "out_of_range /today");
  const Value same = answer_of("compare", R"({"gramsCo2e":1,"energyWattHours":12})");
  CHECK(*at(same, {"value", "id"}).text() == "smartphone-charge");
  CHECK(answer_of("compare", R"({"gramsCo2e":0,"energyWattHours":0})").find("value")->is_null());
}

}  // namespace
}  // namespace gramme
