#include "usage/reading.hpp"

using namespace gramme;

namespace {

LedgerRow row_of(double requests) {
  LedgerRow row;
  row.site = "chatgpt";
  row.model_id = "gpt-5";
  row.region = "fra";
  row.methodology = "2026.11.4/roofline/2026.11";
  row.requests = requests;
  row.energy_watt_hours = {0.1 * requests, 0.3 * requests, 0.7 * requests};
  return row;
}

LedgerDay day_of(std::string date, std::string device, double revision, double requests) {
  return {std::move(date), {"Europe/Paris"}, {{std::move(device), revision, {row_of(requests)}}}};
}

std::string export_of(const std::vector<LedgerDay>& days) {
  std::string text = R"({"gramme":"ledger","schema":2,"days":)";
  JsonWriter out(text);
  out.open_list();
  for (const LedgerDay& day : days) write_stored_day(out, day);
  out.close_list();
  return text + "}\n";
}

}  // namespace

TEST_CASE("the days of an export stay as they were stored") {
  ReadFiles files;
  REQUIRE_FALSE(files.take(
      export_of({day_of("2026-01-15", "here", 3, 2), day_of("2026-01-16", "here", 1, 3)})));
  CHECK(std::string(files.notes().kind) == "gramme_export");
  CHECK(files.notes().requests == 5.0);
  const Result<UsageSummary> summary = files.reader().finish();
  REQUIRE(summary);
  REQUIRE(summary->rows.size() == 2);
  CHECK(date_text(summary->rows[0].day) == "2026-01-15");
  CHECK(summary->rows[0].sums.energy_watt_hours.central == row_of(2).energy_watt_hours.central);
  CHECK(summary->rows[0].sums.methodology == "2026.11.4/roofline/2026.11");
}

TEST_CASE("exports of the same days count once, and the later one holds") {
  const std::string early = export_of({day_of("2026-01-15", "here", 1, 2)});
  const std::string late = export_of({day_of("2026-01-15", "here", 2, 5)});
  const std::string other = export_of({day_of("2026-01-15", "there", 1, 4)});
  for (const auto& order : {std::vector{early, late, other}, std::vector{other, late, early}}) {
    ReadFiles files;
    double requests = 0.0;
    for (const std::string& text : order) {
      REQUIRE_FALSE(files.take(text));
      requests += files.notes().requests;
    }
    CHECK(requests == 9.0);
    const Result<UsageSummary> summary = files.reader().finish();
    REQUIRE(summary);
    REQUIRE(summary->rows.size() == 1);
    CHECK(summary->rows[0].sums.requests == 9.0);
  }
  ReadFiles files;
  REQUIRE_FALSE(files.take(late));
  REQUIRE_FALSE(files.take(late));
  CHECK(files.skipped("repeated_day") == 1.0);
}

TEST_CASE("a day that was altered is left out and told of") {
  std::string text =
      export_of({day_of("2026-01-15", "here", 1, 2), day_of("2026-01-16", "here", 1, 3)});
  text.replace(text.find("0.6"), 3, "0.5");
  ReadFiles files;
  REQUIRE_FALSE(files.take(text));
  CHECK(files.skipped("damaged_day") == 1.0);
  CHECK(files.notes().requests == 3.0);
}

TEST_CASE("an export of another version is refused") {
  ReadFiles files;
  const Problem problem = files.take(R"({"gramme":"ledger","schema":3,"days":[]})");
  REQUIRE(problem);
  CHECK(problem->code == ErrorCode::out_of_range);
  CHECK(problem->path == "/schema");
}
