#include "gramme/equivalence.hpp"

#include "catch.hpp"
#include "gramme/catalog.hpp"

namespace gramme {
namespace {

const std::vector<EquivalenceEntry> kEntries = [] {
  EquivalenceEntry lamp;
  lamp.id = "lamp";
  lamp.watt_hours_each = exactly(10.0);
  EquivalenceEntry car;
  car.id = "car";
  car.grams_co2e_each = Range{100.0, 200.0, 400.0};
  return std::vector{lamp, car};
}();

TEST_CASE("the entry of which about one weighs as much is chosen") {
  const auto little = nearest_equivalence(kEntries, {exactly(1.0), exactly(4.0)});
  REQUIRE(little.has_value());
  CHECK(little->entry->id == "lamp");
  CHECK(little->amount.central == Approx(0.4));
  const auto much = nearest_equivalence(kEntries, {{50.0, 300.0, 800.0}, exactly(1000.0)});
  REQUIRE(much.has_value());
  CHECK(much->entry->id == "car");
  CHECK(much->amount.low == Approx(50.0 / 400.0));
  CHECK(much->amount.central == Approx(1.5));
  CHECK(much->amount.high == Approx(8.0));
}

TEST_CASE("nothing compares with nothing") {
  CHECK_FALSE(nearest_equivalence(kEntries, {}).has_value());
  CHECK_FALSE(nearest_equivalence({}, {exactly(1.0), exactly(1.0)}).has_value());
}

TEST_CASE("every shipped equivalence says its scope, its unit and where it is from") {
  REQUIRE(shipped_catalog().equivalences.size() >= 3);
  for (const EquivalenceEntry& entry : shipped_catalog().equivalences) {
    CAPTURE(entry.id);
    CHECK(entry.scope.size() > 3);
    CHECK(entry.unit.size() > 3);
    CHECK(entry.source.source.size() > 10);
  }
}

}  // namespace
}  // namespace gramme
