#include "tokens/utf8.hpp"

#include "catch.hpp"
#include "tokens/vocabularies.hpp"

namespace gramme::tokens {
namespace {

const std::string kBad = "\xEF\xBF\xBD";

TEST_CASE("well-formed text is kept as it is") {
  const std::string text = "a é 中 😀 \xF4\x8F\xBF\xBF \xED\x9F\xBF \xEE\x80\x80 0123456789abcdef";
  CHECK(to_well_formed(text) == text);
  CHECK(WellFormedText(text).view().data() == text.data());
}

TEST_CASE("each impossible byte becomes one replacement character") {
  CHECK(to_well_formed("\x80") == kBad);
  CHECK(to_well_formed("a\xFF\xFE z") == "a" + kBad + kBad + " z");
  CHECK(to_well_formed("\xC0\x80") == kBad + kBad);
  CHECK(to_well_formed("\xF5\x80\x80\x80") == kBad + kBad + kBad + kBad);
}

TEST_CASE("a cut character becomes one replacement character") {
  CHECK(to_well_formed("\xE4\xB8") == kBad);
  CHECK(to_well_formed("\xF0\x9F\x98"
                       "a") == kBad + "a");
  CHECK(to_well_formed("\xC3") == kBad);
  CHECK(to_well_formed("\xE4\xE4\xB8\xAD") == kBad + "中");
}

TEST_CASE("overlong forms and surrogates are replaced byte by byte") {
  CHECK(to_well_formed("\xE0\x80\x80") == kBad + kBad + kBad);
  CHECK(to_well_formed("\xED\xA0\x80") == kBad + kBad + kBad);
  CHECK(to_well_formed("\xF0\x80\x80\x80") == kBad + kBad + kBad + kBad);
  CHECK(to_well_formed("\xF4\x90\x80\x80") == kBad + kBad + kBad + kBad);
}

TEST_CASE("ill-formed text counts as its replaced text") {
  test::Lcg random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::uint32_t size = random.below(40); size > 0; --size) {
      text.push_back(
          static_cast<char>(random.below(3) == 0 ? random.below(128) : 128 + random.below(128)));
    }
    const std::string replaced = to_well_formed(text);
    REQUIRE(well_formed_prefix(replaced) == replaced.size());
    REQUIRE(encode(test::o200k(), text) == encode(test::o200k(), replaced));
  }
}

}  // namespace
}  // namespace gramme::tokens
