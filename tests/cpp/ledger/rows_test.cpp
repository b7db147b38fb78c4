#include "ledger/rows.hpp"

#include "catch.hpp"

namespace gramme {
namespace {

LedgerRow row_of(const std::string& site, const std::string& model) {
  LedgerRow row;
  row.site = site;
  row.model_id = model;
  row.requests = 1.0;
  row.energy_watt_hours = {1.0, 2.0, 4.0};
  row.warnings = {{"region_assumed", 1.0}};
  return row;
}

TEST_CASE("rows of one key become one row with the sum of every figure") {
  Period period;
  LedgerRow second = row_of("chatgpt", "gpt-5");
  second.warnings = {{"region_assumed", 1.0}, {"water_unknown", 2.0}};
  add_row(period, row_of("chatgpt", "gpt-5"));
  add_row(period, second);
  REQUIRE(period.rows.size() == 1);
  CHECK(period.rows[0].requests == 2.0);
  CHECK(period.rows[0].energy_watt_hours == Range{2.0, 4.0, 8.0});
  CHECK(period.rows[0].warnings == std::vector<std::pair<std::string, double>>{
                                       {"region_assumed", 2.0}, {"water_unknown", 2.0}});
}

TEST_CASE("rows that differ in any part of the key stay apart") {
  Period period;
  const LedgerRow base = row_of("chatgpt", "gpt-5");
  LedgerRow other_region = base;
  other_region.region = "fra";
  LedgerRow other_methodology = base;
  other_methodology.methodology = "2027.1.1/ecologits/0.11.2";
  for (const LedgerRow& row : {base, row_of("claude", "gpt-5"), row_of("chatgpt", "gpt-4o"),
                               other_region, other_methodology}) {
    add_row(period, row);
  }
  CHECK(period.rows.size() == 5);
}

TEST_CASE("the total of a period is the sum of everything added") {
  test::Lcg random(11);
  for (int round = 0; round < 50; ++round) {
    Period period;
    std::vector<LedgerRow> added;
    for (int i = 0; i < 40; ++i) {
      added.push_back(test::some_row(random));
      add_row(period, added.back());
    }
    LedgerRow merged = total_of(period.rows);
    LedgerRow plain = total_of(added);
    std::sort(merged.warnings.begin(), merged.warnings.end());
    std::sort(plain.warnings.begin(), plain.warnings.end());
    REQUIRE(test::is_same_sum(merged, plain));
  }
}

TEST_CASE("sums by site add up to the total, in order of first appearance") {
  const std::vector<LedgerRow> rows{row_of("claude", "a"), row_of("chatgpt", "b"),
                                    row_of("claude", "b")};
  const std::vector<LedgerRow> sums = totals_by(rows, &LedgerRow::site);
  REQUIRE(sums.size() == 2);
  CHECK(sums[0].site == "claude");
  CHECK(sums[0].requests == 2.0);
  CHECK(test::is_same_sum(total_of(sums), total_of(rows)));
}

TEST_CASE("a row that is taken out again leaves the period as it was") {
  test::Lcg random(12);
  for (int round = 0; round < 50; ++round) {
    Period period;
    for (int i = 0; i < 20; ++i) add_row(period, test::some_row(random));
    const LedgerRow before = total_of(period.rows);
    const LedgerRow extra = test::some_row(random);
    add_row(period, extra);
    remove_row(period, extra);
    LedgerRow after = total_of(period.rows);
    after.warnings = before.warnings;
    REQUIRE(test::is_same_sum(after, before));
  }
}

TEST_CASE("a row without requests left disappears") {
  Period period;
  add_row(period, row_of("claude", "a"));
  remove_row(period, row_of("claude", "a"));
  CHECK(period.rows.empty());
}

TEST_CASE("taking out a row that was never added changes nothing") {
  Period period;
  add_row(period, row_of("claude", "a"));
  remove_row(period, row_of("claude", "b"));
  REQUIRE(period.rows.size() == 1);
  CHECK(test::is_same_row(period.rows[0], row_of("claude", "a")));
}

TEST_CASE("figures taken out never fall below zero and stay in order") {
  Period period;
  add_row(period, row_of("claude", "a"));
  add_row(period, row_of("claude", "a"));
  LedgerRow large = row_of("claude", "a");
  large.energy_watt_hours = {0.5, 5.0, 5.0};
  remove_row(period, large);
  REQUIRE(period.rows.size() == 1);
  CHECK(period.rows[0].energy_watt_hours.low >= 0.0);
  CHECK(is_ordered(period.rows[0].energy_watt_hours));
}

}  // namespace
}  // namespace gramme
