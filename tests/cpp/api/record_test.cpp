#include "api/documents.hpp"
#include "api/door.hpp"
#include "catch.hpp"
#include "ledger/rows.hpp"

namespace gramme {
namespace {

std::string text_of(const Period& period) {
  std::string out;
  JsonWriter writer(out);
  write_period(writer, period);
  return out;
}

using test::at;
using test::verdict;

const std::string kExchange =
    R"("exchange":{"model":"gpt-5","site":"chatgpt","inputTokens":10,"outputTokens":20,"region":"fra"})";

std::string recording(const std::string& rest) {
  return "{" + kExchange + R"(,"date":"2026-01-15")" + rest + "}";
}

Value record(const std::string& rest) {
  return *test::answer_of("record", recording(rest)).find("value");
}

std::string periods_of(const Value& recorded) {
  Record periods;
  for (const char* kind : {"day", "month", "year"}) periods.push_back({kind, *recorded.find(kind)});
  return ",\"periods\":" + write_json(Value{periods});
}

TEST_CASE("a first exchange starts its day, month and year") {
  const Value recorded = record("");
  const auto [kind, date] = GENERATE(table<std::string, std::string>(
      {{"day", "2026-01-15"}, {"month", "2026-01"}, {"year", "2026"}}));
  CHECK(*at(recorded, {kind, "date"}).text() == date);
  CHECK(*at(recorded, {kind, "range"}).text() == kind);
  CHECK(*at(recorded, {kind, "stats", "tokens"}).number() == 30.0);
  CHECK(*at(recorded, {kind, "stats", "requests"}).number() == 1.0);
  CHECK(*at(recorded, {kind, "stats", "byPlatform", "chatgpt", "tokens"}).number() == 30.0);
}

TEST_CASE("a second exchange is added to the periods it is given") {
  const Value once = record("");
  const Value twice = record(periods_of(once) + R"(,"isPromptNew":false,"isEstimated":true)");
  CHECK(*at(twice, {"day", "stats", "requests"}).number() == 2.0);
  CHECK(*at(twice, {"day", "stats", "prompts"}).number() == 1.0);
  CHECK(*at(twice, {"day", "stats", "estimatedRequests"}).number() == 1.0);
  CHECK(*at(twice, {"year", "stats", "energyWattHours", "central"}).number() ==
        Approx(2.0 * *at(once, {"year", "stats", "energyWattHours", "central"}).number()));
}

TEST_CASE("the same recording always gets the same text") {
  const std::string request = recording(periods_of(record("")));
  CHECK(call(test::core(), "record", request) == call(test::core(), "record", request));
}

TEST_CASE("rows of other models in the given periods stay untouched") {
  const Value claude = *test::answer_of("record", R"({"exchange":{"model":"claude-sonnet-4-5",)"
                                                  R"("outputTokens":5},"date":"2026-01-15"})")
                            .find("value");
  const Value both = record(periods_of(claude));
  CHECK(write_json(at(both, {"day", "rows"}).list()->at(0)) ==
        write_json(at(claude, {"day", "rows"}).list()->at(0)));
  CHECK(at(both, {"day", "rows"}).list()->size() == 2);
}

TEST_CASE("a recording that replaces an earlier one leaves only itself") {
  const Value once = record("");
  const Value replaced = record(periods_of(once) + ",\"replaces\":{" + kExchange + "}");
  CHECK(*at(replaced, {"day", "stats", "requests"}).number() == 1.0);
  CHECK(write_json(*replaced.find("month")) == write_json(*once.find("month")));
}

TEST_CASE("a code that is given twice counts once, and the period can be read again") {
  const Value recorded = record(R"(,"pageWarnings":["context_not_counted","context_not_counted"])");
  const Value& row = at(recorded, {"day", "rows"}).list()->at(0);
  CHECK(*at(row, {"warnings", "context_not_counted"}).number() == 1.0);
  CHECK(verdict("record", recording(periods_of(recorded))) == "ok");
}

TEST_CASE("a wrong recording gets its code and place") {
  const auto [rest, expected] = GENERATE(table<std::string, std::string>({
      {R"(,"isPromptNew":"yes")", "invalid_type /isPromptNew"},
      {R"(,"pageWarnings":"x")", "invalid_type /pageWarnings"},
      {R"(,"pageWarnings":["a",1])", "invalid_type /pageWarnings/1"},
      {R"(,"pageWarnings":["Not a code"])", "out_of_range /pageWarnings"},
      {R"(,"pageWarnings":[""])", "out_of_range /pageWarnings"},
      {R"(,"pageWarnings":["a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a","a"])",
       "too_large /pageWarnings"},
      {R"(,"mood":"good")", "unknown_key /mood"},
      {R"(,"replaces":{"date":"2026-01-15"})", "unknown_key /replaces/date"},
      {R"(,"periods":[])", "invalid_type /periods"},
      {R"(,"periods":{"week":{}})", "unknown_key /periods/week"},
      {R"(,"periods":{"day":{"schema":1,"range":"day","date":"2026-01-16"}})",
       "out_of_range /periods/day"},
      {R"(,"periods":{"day":{"schema":1,"range":"month","date":"2026-01"}})",
       "out_of_range /periods/day"},
      {R"(,"periods":{"month":{"schema":1,"range":"month","date":"2026-13"}})",
       "out_of_range /periods/month/date"},
      {R"(,"periods":{"year":{"schema":1,"range":"year","date":"2026","rows":[{"site":1}]}})",
       "invalid_type /periods/year/rows/0/site"},
  }));
  CAPTURE(rest);
  CHECK(verdict("record", recording(rest)) == expected);
}

TEST_CASE("an exchange or a date that is missing or wrong is refused") {
  CHECK(verdict("record", "{}") == "missing_key /exchange/outputTokens");
  CHECK(verdict("record", R"({"exchange":{"outputTokens":1},"date":"2026-01-15"})") ==
        "missing_key /exchange/model");
  CHECK(verdict("record", "{" + kExchange + "}") == "missing_key /date");
  CHECK(verdict("record", "{" + kExchange + R"(,"date":"2026-02-29"})") == "out_of_range /date");
}

TEST_CASE("a period of more than 4096 rows is too large, read or written") {
  Period year{PeriodKind::year, "2026", {}};
  LedgerRow row;
  for (std::size_t i = 0; i < kMostRows; ++i) {
    row.model_id = std::to_string(i);
    year.rows.push_back(row);
  }
  const auto with_year = [](const Period& period) {
    return recording(",\"periods\":{\"year\":" + text_of(period) + "}");
  };
  CHECK(verdict("record", with_year(year)) == "too_large /periods");
  year.rows.push_back(row);
  CHECK(verdict("record", with_year(year)) == "too_large /periods/year/rows");
  year.rows.resize(kMostRows - 1);
  CHECK(verdict("record", with_year(year)) == "ok");
}

TEST_CASE("on an error the answer holds no periods") {
  const std::string answer =
      call(test::core(), "record", recording(periods_of(record("")) + R"(,"pageWarnings":["A"])"));
  const Value document = *parse_json(answer);
  CHECK(document.record()->size() == 2);
  CHECK(document.find("value") == nullptr);
}

TEST_CASE("a period that was written reads back with identical rows and text") {
  test::Lcg random(21);
  for (const PeriodKind kind : {PeriodKind::day, PeriodKind::month, PeriodKind::year}) {
    Period period{kind, date_of(kind, "2026-01-15"), {}};
    for (int i = 0; i < 30; ++i) add_row(period, test::some_row(random));
    const std::string text = text_of(period);
    const Value document = *parse_json(text);
    Reading reading;
    const Period again = read_period(document, Path{}, reading);
    REQUIRE_FALSE(reading.problem.has_value());
    CHECK(test::is_same_rows(again.rows, period.rows));
    CHECK(text_of(again) == text);
  }
}

}  // namespace
}  // namespace gramme
