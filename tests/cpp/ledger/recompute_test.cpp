#include <algorithm>

#include "catch.hpp"
#include "gramme/ledger.hpp"

namespace gramme {
namespace {

Exchange exchange_of(double input_tokens, double output_tokens) {
  Exchange exchange;
  exchange.model = "gpt-4o";
  exchange.site = "chatgpt";
  exchange.input_tokens = exactly(input_tokens);
  exchange.output_tokens = {0.9 * output_tokens, output_tokens, 1.1 * output_tokens};
  return exchange;
}

LedgerRow row_of(Exchange exchange, const std::string& method = {}) {
  exchange.method = method;
  LedgerRow row = estimated_row(exchange, estimate(shipped_catalog(), exchange).value());
  row.prompts = 1.0;
  return row;
}

Period day_of(const std::vector<LedgerRow>& rows) {
  Period day{PeriodKind::day, "2026-01-15", {}};
  for (const LedgerRow& row : rows) add_row(day, row);
  return day;
}

Recomputed again(const Period& day, const std::string& method = {}) {
  return recompute(shipped_catalog(), day, {method, {}}).value();
}

bool is_near(const Range& a, const Range& b) {
  return a.low == Approx(b.low) && a.central == Approx(b.central) && a.high == Approx(b.high);
}

using Counts = std::vector<std::pair<std::string, double>>;

Counts sorted(Counts counts) {
  std::sort(counts.begin(), counts.end());
  return counts;
}

TEST_CASE("a day under the method it has does not change") {
  const Period day = day_of({row_of(exchange_of(100, 300)), row_of(exchange_of(100, 300))});
  const Recomputed same = again(day);
  REQUIRE(same.period.rows.size() == 1);
  CHECK(is_near(same.period.rows.front().grams_co2e, day.rows.front().grams_co2e));
  CHECK(is_near(same.period.rows.front().water_litres, day.rows.front().water_litres));
  CHECK(sorted(same.period.rows.front().warnings) == sorted(day.rows.front().warnings));
}

TEST_CASE("an old method's day becomes what today's method says of its tokens") {
  const Period old = day_of({row_of(exchange_of(100, 300), "ecologits")});
  const Recomputed changed = again(old);
  const LedgerRow today = row_of(exchange_of(100, 300));
  REQUIRE(changed.period.rows.size() == 1);
  CHECK(is_near(changed.period.rows.front().energy_watt_hours, today.energy_watt_hours));
  CHECK(changed.period.rows.front().methodology == today.methodology);
  REQUIRE(changed.changes.size() == 1);
  CHECK(changed.changes.front().before.methodology == old.rows.front().methodology);
  CHECK(changed.changes.front().before.grams_co2e == old.rows.front().grams_co2e);
}

TEST_CASE("tokens, requests and prompts stay as they were counted") {
  const Period old = day_of(
      {row_of(exchange_of(100, 300), "ecologits"), row_of(exchange_of(4000, 10), "ecologits")});
  const LedgerRow before = total_of(old.rows);
  const LedgerRow after = total_of(again(old, "prefill-decode").period.rows);
  CHECK(after.requests == before.requests);
  CHECK(after.prompts == before.prompts);
  CHECK(after.prompt_tokens == before.prompt_tokens);
  CHECK(after.output_tokens == before.output_tokens);
}

TEST_CASE("rows of several methodologies become one") {
  const Period old =
      day_of({row_of(exchange_of(100, 300)), row_of(exchange_of(100, 300), "ecologits")});
  REQUIRE(old.rows.size() == 2);
  const Recomputed changed = again(old);
  CHECK(changed.period.rows.size() == 1);
  CHECK(changed.changes.size() == 2);
  CHECK(changed.period.rows.front().requests == 2.0);
}

TEST_CASE("warnings of the old method go, those of the page stay, those of the new one come") {
  LedgerRow row = row_of(exchange_of(100, 300), "prefill-decode-as-written");
  add_warning_code(row, "context_not_counted", 1.0);
  const auto has = [](const LedgerRow& sum, const std::string& code) {
    return std::any_of(sum.warnings.begin(), sum.warnings.end(),
                       [&](const auto& entry) { return entry.first == code; });
  };
  REQUIRE(has(row, "dimension_error_in_method"));
  const LedgerRow after = again(day_of({row})).period.rows.front();
  CHECK_FALSE(has(after, "dimension_error_in_method"));
  CHECK(has(after, "context_not_counted"));
  CHECK(has(after, "serving_assumed"));
}

TEST_CASE("an unknown method is refused and an empty day stays empty") {
  const Period day = day_of({row_of(exchange_of(100, 300))});
  CHECK(recompute(shipped_catalog(), day, {"astrology", {}}).error().code ==
        ErrorCode::unknown_method);
  CHECK(again(day_of({})).period.rows.empty());
}

}  // namespace
}  // namespace gramme
