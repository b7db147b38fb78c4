#include "gramme/ledger_day.hpp"

#include "catch.hpp"
#include "ledger/rows.hpp"

namespace gramme {
namespace {

bool is_same_day(const LedgerDay& a, const LedgerDay& b) {
  const auto is_same_part = [](const DayPart& x, const DayPart& y) {
    return x.device == y.device && x.revision == y.revision && test::is_same_rows(x.rows, y.rows);
  };
  return a.date == b.date && a.zones == b.zones &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), is_same_part);
}

/// A day that up to three installations have written, each some of its first revisions.
LedgerDay some_day(const std::vector<std::vector<LedgerRow>>& histories, test::Lcg& random) {
  LedgerDay day{"2026-01-15", {}, {}};
  for (std::size_t device = 0; device < histories.size(); ++device) {
    const std::size_t written = random.below(static_cast<unsigned>(histories[device].size() + 1));
    if (written == 0) continue;
    DayPart& part = part_of(day, "device-" + std::to_string(device));
    part.revision = static_cast<double>(written);
    part.rows.assign(histories[device].begin(),
                     histories[device].begin() + static_cast<std::ptrdiff_t>(written));
    note_zone(day, written % 2 == 0 ? "Europe/Paris" : "Asia/Tokyo");
  }
  return day;
}

TEST_CASE("days merge to the same in any order, and again without effect") {
  test::Lcg random(5);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::vector<LedgerRow>> histories(3);
    for (auto& history : histories) {
      for (int i = 0; i < 4; ++i) history.push_back(test::some_row(random));
    }
    const LedgerDay a = some_day(histories, random);
    const LedgerDay b = some_day(histories, random);
    const LedgerDay c = some_day(histories, random);
    CHECK(is_same_day(merged(a, b), merged(b, a)));
    CHECK(is_same_day(merged(merged(a, b), c), merged(a, merged(b, c))));
    CHECK(is_same_day(merged(a, a), a));
    CHECK(is_same_day(merged(merged(a, b), b), merged(a, b)));
  }
}

TEST_CASE("a merged day holds the most that each installation wrote, once") {
  test::Lcg random(6);
  const LedgerRow first = test::some_row(random);
  const LedgerRow second = test::some_row(random);
  const LedgerDay early{"2026-01-15", {}, {{"a", 1.0, {first}}}};
  const LedgerDay late{"2026-01-15", {}, {{"a", 2.0, {first, second}}, {"b", 1.0, {second}}}};
  CHECK(total_of(period_of(merged(early, late)).rows).requests == 3.0);
  CHECK(total_of(period_of(merged(late, early)).rows).requests == 3.0);
}

TEST_CASE("two writings of the same revision merge to the larger one, whichever comes first") {
  test::Lcg random(7);
  const LedgerRow row = test::some_row(random);
  const LedgerDay one{"2026-01-15", {}, {{"a", 3.0, {row}}}};
  const LedgerDay two{"2026-01-15", {}, {{"a", 3.0, {row, row}}}};
  CHECK(total_of(period_of(merged(one, two)).rows).requests == 2.0);
  CHECK(is_same_day(merged(one, two), merged(two, one)));
}

TEST_CASE("zones are noted once, in order, and no more than sixteen") {
  LedgerDay day{"2026-01-15", {}, {}};
  note_zone(day, "Europe/Paris");
  note_zone(day, "Asia/Tokyo");
  note_zone(day, "Europe/Paris");
  note_zone(day, "");
  CHECK(day.zones == std::vector<std::string>{"Asia/Tokyo", "Europe/Paris"});
  for (int i = 0; i < 30; ++i) note_zone(day, "Zone/" + std::to_string(i));
  CHECK(day.zones.size() == kMostZones);
}

TEST_CASE("scaling a row scales every sum of it") {
  test::Lcg random(8);
  const LedgerRow row = test::some_row(random);
  CHECK(test::is_same_sum(scaled(row, 3.0), total_of({row, row, row})));
}

TEST_CASE("a row without requests is left out when history is weighed again") {
  Period period{PeriodKind::day, "2026-01-15", {LedgerRow{}}};
  period.rows.front().model_id = "gpt-5";
  const auto again = recompute(shipped_catalog(), period, {});
  REQUIRE(again.is_ok());
  CHECK(again->period.rows.empty());
  CHECK(again->changes.empty());
}

}  // namespace
}  // namespace gramme
