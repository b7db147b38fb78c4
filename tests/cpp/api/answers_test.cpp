#include "api/door.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

using test::answer_of;
using test::at;

TEST_CASE("version tells the methodology and how much the catalog holds") {
  const Value answer = answer_of("version", "{}");
  CHECK(*at(answer, {"value", "methodology"}).text() == "2026.11.4");
  CHECK(*at(answer, {"value", "regions"}).number() == 227.0);
  CHECK(at(answer, {"value", "methods"}).list()->size() == shipped_catalog().methods.size());
}

TEST_CASE("every list has its entries, each with id and source") {
  const auto [what, size] = GENERATE(table<std::string, std::size_t>({
      {"models", shipped_catalog().models.size()},
      {"regions", shipped_catalog().regions.size()},
      {"cloudRegions", shipped_catalog().cloud_regions.size()},
      {"gridShapes", shipped_catalog().grid_shapes.size()},
      {"methods", shipped_catalog().methods.size()},
      {"encodings", shipped_catalog().encodings.size()},
      {"providers", shipped_catalog().providers.size()},
      {"accelerators", shipped_catalog().accelerators.size()},
      {"architectures", shipped_catalog().architectures.size()},
  }));
  const Value answer = answer_of("list", R"({"what":")" + what + "\"}");
  const List& entries = *at(answer, {"value"}).list();
  CHECK(entries.size() == size);
  for (const Value& entry : entries) {
    CHECK_FALSE(at(entry, {"id"}).text()->empty());
    CHECK_FALSE(at(entry, {"source", "source"}).text()->empty());
    CHECK_FALSE(at(entry, {"source", "asOf"}).text()->empty());
  }
}

TEST_CASE("an estimate answers unknown figures with null") {
  const Value answer =
      answer_of("estimate", R"({"model":"gpt-5","outputTokens":10,"method":"prefill-decode"})");
  for (const char* key :
       {"waterLitres", "embodiedGramsCo2e", "primaryEnergyMegajoules", "adpeKilogramsSb"}) {
    CAPTURE(key);
    CHECK(at(answer, {"value"}).find(key)->is_null());
  }
  CHECK(at(answer, {"value", "energyWattHours", "central"}).number() != nullptr);
}

TEST_CASE("an estimate says whose electricity it counts, of which year, and where the water goes") {
  const Value answer =
      answer_of("estimate", R"({"model":"gpt-5","outputTokens":10,"region":"fra","year":2024,)"
                            R"("gridTime":{"month":5,"hour":14},"accounting":"location-based"})");
  CHECK(*at(answer, {"value", "regionYear"}).number() == 2024.0);
  CHECK(*at(answer, {"value", "accounting"}).text() == "location-based");
  for (const char* key : {"onSiteWaterLitres", "gridWaterLitres"}) {
    CHECK(at(answer, {"value", key, "central"}).number() != nullptr);
  }
}

TEST_CASE("a null member of a request is the same as none") {
  CHECK(call(test::core(), "estimate",
             R"({"model":"gpt-5","outputTokens":10,"region":null,"pue":null,"site":null})") ==
        call(test::core(), "estimate", R"({"model":"gpt-5","outputTokens":10})"));
}

TEST_CASE("resolving a model tells which vocabulary it is counted with") {
  const Value known = answer_of("resolveModel", R"({"model":"GPT-5"})");
  CHECK(*at(known, {"value", "modelId"}).text() == "gpt-5");
  CHECK(*at(known, {"value", "isInCatalog"}).flag());
  CHECK(*at(known, {"value", "isExact"}).flag());
  const Value estimated = answer_of("resolveModel", R"({"model":"claude-zeppelin"})");
  CHECK_FALSE(*at(estimated, {"value", "isInCatalog"}).flag());
  CHECK_FALSE(*at(estimated, {"value", "isExact"}).flag());
  CHECK(*at(estimated, {"value", "vocabulary"}).text() == "o200k_base.gvoc");
}

TEST_CASE("the same request always gets the same text") {
  const std::string request = R"({"model":"gpt-5","outputTokens":{"low":1,"central":2,"high":3}})";
  CHECK(call(test::core(), "estimate", request) == call(test::core(), "estimate", request));
}

}  // namespace
}  // namespace gramme
