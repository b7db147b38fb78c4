#include "api/documents.hpp"
#include "api/door.hpp"
#include "api/stored_document.hpp"
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
  return "{" + kExchange + R"(,"date":"2026-01-15","zone":"Europe/Paris","device":"here")" + rest +
         "}";
}

Value record(const std::string& rest) {
  return *test::answer_of("record", recording(rest)).find("value");
}

std::string day_of(const Value& recorded) {
  return ",\"day\":" + write_json(*recorded.find("day"));
}

/// The day as it is shown.
Value shown(const Value& recorded) {
  return *test::answer_of("rollUp", R"({"range":"day","date":"2026-01-15","parts":[)" +
                                        write_json(*recorded.find("day")) + "]}")
              .find("value");
}

TEST_CASE("a first exchange starts its day") {
  const Value recorded = record("");
  CHECK(*at(recorded, {"day", "date"}).text() == "2026-01-15");
  CHECK(*at(recorded, {"day", "zones"}).list()->at(0).text() == "Europe/Paris");
  const Value day = shown(recorded);
  CHECK(*at(day, {"stats", "tokens"}).number() == 30.0);
  CHECK(*at(day, {"stats", "requests"}).number() == 1.0);
  CHECK(*at(day, {"stats", "byPlatform", "chatgpt", "tokens"}).number() == 30.0);
}

TEST_CASE("a second exchange is added to the day it is given, in a further zone") {
  const Value once = record("");
  const std::string again = "{" + kExchange +
                            R"(,"date":"2026-01-15","zone":"Asia/Tokyo","device":"here")" +
                            R"(,"isPromptNew":false,"isEstimated":true)" + day_of(once) + "}";
  const Value twice = *test::answer_of("record", again).find("value");
  const Value day = shown(twice);
  CHECK(*at(day, {"stats", "requests"}).number() == 2.0);
  CHECK(*at(day, {"stats", "prompts"}).number() == 1.0);
  CHECK(*at(day, {"stats", "estimatedRequests"}).number() == 1.0);
  CHECK(*at(day, {"stats", "energyWattHours", "central"}).number() ==
        Approx(2.0 * *at(shown(once), {"stats", "energyWattHours", "central"}).number()));
  CHECK(at(twice, {"day", "zones"}).list()->size() == 2);
}

TEST_CASE("so many exchanges alike are recorded at once") {
  const Value three = shown(record(R"(,"requests":3)"));
  CHECK(*at(three, {"stats", "requests"}).number() == 3.0);
  CHECK(*at(three, {"stats", "promptTokens", "central"}).number() == 30.0);
  CHECK(*at(three, {"stats", "gramsCo2e", "central"}).number() ==
        Approx(3.0 * *at(shown(record("")), {"stats", "gramsCo2e", "central"}).number()));
}

TEST_CASE("the same recording always gets the same text") {
  const std::string request = recording(day_of(record("")));
  CHECK(call(test::core(), "record", request) == call(test::core(), "record", request));
}

TEST_CASE("rows of other models and parts of other devices stay untouched") {
  const Value claude =
      *test::answer_of("record", R"({"exchange":{"model":"claude-sonnet-4-5","outputTokens":5},)"
                                 R"("date":"2026-01-15","zone":"","device":"elsewhere"})")
           .find("value");
  const Value both = record(day_of(claude));
  CHECK(write_json(at(both, {"day", "parts"}).list()->at(0)) ==
        write_json(at(claude, {"day", "parts"}).list()->at(0)));
  CHECK(at(both, {"day", "parts"}).list()->size() == 2);
  CHECK(at(shown(both), {"rows"}).list()->size() == 2);
}

TEST_CASE("a recording that replaces an earlier one leaves only itself") {
  const Value once = record("");
  const std::string row = ",\"replaces\":" + write_json(*once.find("row"));
  const Value replaced = record(day_of(once) + row);
  CHECK(write_json(shown(replaced)) == write_json(shown(once)));
  // Also when the first one was weighed by another method, which has a row of its own.
  const Value other =
      *test::answer_of("record", R"({"exchange":{"model":"gpt-5","site":"chatgpt",)"
                                 R"("inputTokens":10,"outputTokens":15,"region":"usa",)"
                                 R"("method":"ecologits"},"date":"2026-01-15","zone":"",)"
                                 R"("device":"here"})")
           .find("value");
  const Value moved = record(day_of(other) + ",\"replaces\":" + write_json(*other.find("row")));
  CHECK(write_json(shown(moved)) == write_json(shown(once)));
}

TEST_CASE("a conversation adds up its answers, and an answer that went on counts once in it") {
  const Value first = record("");
  CHECK(*at(first, {"sums", "tokens", "central"}).number() == 30.0);
  const std::string sum = ",\"conversation\":" + write_json(*first.find("conversation"));
  const Value second = record(sum);
  CHECK(*at(second, {"conversationSums", "requests"}).number() == 2.0);
  CHECK(*at(second, {"conversationSums", "tokens", "central"}).number() == 60.0);
  const Value again = record(sum + ",\"replaces\":" + write_json(*first.find("row")));
  CHECK(*at(again, {"conversationSums", "requests"}).number() == 1.0);
  CHECK(*at(again, {"conversationSums", "gramsCo2e", "central"}).number() ==
        *at(first, {"sums", "gramsCo2e", "central"}).number());
}

TEST_CASE("a code that is given twice counts once, and the day can be read again") {
  const Value recorded = record(R"(,"pageWarnings":["context_not_counted","context_not_counted"])");
  const Value day = shown(recorded);
  const Value& row = at(day, {"rows"}).list()->at(0);
  CHECK(*at(row, {"warnings", "context_not_counted"}).number() == 1.0);
  CHECK(verdict("record", recording(day_of(recorded))) == "ok");
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
      {R"(,"requests":0)", "out_of_range /requests"},
      {R"(,"replaces":{})", "invalid_type /replaces"},
      {R"(,"replaces":[1,2])", "invalid_type /replaces"},
      {R"(,"day":[])", "invalid_type /day"},
      {R"(,"day":{"schema":1})", "out_of_range /day/schema"},
  }));
  CAPTURE(rest);
  CHECK(verdict("record", recording(rest)) == expected);
}

TEST_CASE("another day, or a day that was altered, is refused") {
  Value recorded = record("");
  const std::string text = write_json(*recorded.find("day"));
  const std::string earlier = "{" + kExchange + R"(,"date":"2026-01-14","zone":"","device":"here")";
  CHECK(verdict("record", earlier + ",\"day\":" + text + "}") == "out_of_range /day");
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"[\"here\",1,", "[\"here\",2,"}, {"chatgpt", "claude"}, {"Paris", "Pariz"}}) {
    std::string altered = text;
    altered.replace(altered.find(from), from.size(), to);
    CAPTURE(from);
    CHECK(verdict("record", recording(",\"day\":" + altered)) == "damaged_record /day/checksum");
  }
}

TEST_CASE("an exchange or a date that is missing or wrong is refused") {
  CHECK(verdict("record", "{}") == "missing_key /exchange/outputTokens");
  CHECK(verdict("record", R"({"exchange":{"outputTokens":1},"date":"2026-01-15","zone":"",)"
                          R"("device":"here"})") == "missing_key /exchange/model");
  CHECK(verdict("record", "{" + kExchange + "}") == "missing_key /date");
  CHECK(verdict("record", "{" + kExchange + R"(,"date":"2026-02-29"})") == "out_of_range /date");
}

std::string stored_text(const LedgerDay& day) {
  std::string out;
  JsonWriter writer(out);
  write_stored_day(writer, day);
  return out;
}

TEST_CASE("a day of more than 4096 rows is too large, read or written") {
  LedgerDay day{"2026-01-15", {}, {{"here", 1.0, {}}}};
  LedgerRow row;
  for (std::size_t i = 0; i < kMostRows; ++i) {
    row.model_id = std::to_string(i);
    day.parts.front().rows.push_back(row);
  }
  const auto with_day = [](const LedgerDay& stored) {
    return recording(",\"day\":" + stored_text(stored));
  };
  CHECK(verdict("record", with_day(day)) == "too_large /day");
  day.parts.front().rows.push_back(row);
  CHECK(verdict("record", with_day(day)) == "too_large /day/parts/0/2");
  day.parts.front().rows.resize(kMostRows - 1);
  CHECK(verdict("record", with_day(day)) == "ok");
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
