#include "tokens/compose.hpp"

#include "catch.hpp"
#include "support.hpp"

namespace gramme::tokens {
namespace {

TEST_CASE("a letter and its mark become one character") {
  CHECK(compose("e\u0301a") == "\u00E9a");
  CHECK(compose("\u0628\u0653 \u0627\u0653") == "\u0628\u0653 \u0622");
  CHECK(compose("\U0001D157\U0001D165") == "\U0001D157\U0001D165");
}

TEST_CASE("marks are put in order before they are joined") {
  CHECK(compose("q\u0307\u0323") == "q\u0323\u0307");
  CHECK(compose("a\u0302\u0323") == "\u1EAD");
  CHECK(compose("a\u0315\u0300\u05AE") == "\u00E0\u05AE\u0315");
}

TEST_CASE("a character that is never written itself is replaced") {
  CHECK(compose("\u212B\u2126") == "\u00C5\u03A9");
  CHECK(compose("\u0958") == "\u0915\u093C");
  CHECK(compose("\uFB2C") == "\u05E9\u05BC\u05C1");
  CHECK(compose("\u0344") == "\u0308\u0301");
}

TEST_CASE("hangul parts become syllables") {
  CHECK(compose("\u1112\u1161\u11AB") == "\uD55C");
  CHECK(compose("\uD558\u11AB") == "\uD55C");
  CHECK(compose("\uD55C\u11AB") == "\uD55C\u11AB");
  CHECK(compose("\u1161\u11AB") == "\u1161\u11AB");
}

TEST_CASE("composed text is left as it is and not copied") {
  for (const std::string text :
       {"", "plain", "caf\u00E9 \u4E2D\u6587 \U0001F600", "\uD55C\uAE00"}) {
    CHECK(composed_prefix(text) == text.size());
    CHECK(ComposedText(text).view().data() == text.data());
  }
}

TEST_CASE("what follows the settled part of a text never changes it") {
  const char* const parts[] = {"a",      "e",      "\u0301", "\u0323", "\u0315", "\u1112",
                               "\u1161", "\u11AB", "\u4E2D", "\u212B", " ",      "\uD558"};
  test::Lcg random(9);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::uint32_t left = random.below(10); left > 0; --left) text += parts[random.below(12)];
    std::string longer = text;
    for (std::uint32_t left = random.below(5); left > 0; --left) longer += parts[random.below(12)];
    const std::size_t settled = settled_prefix(text);
    REQUIRE(compose(longer) == compose(text.substr(0, settled)) + compose(longer.substr(settled)));
  }
}

TEST_CASE("a long run of marks is composed in good time") {
  std::string marks = "e";
  for (int i = 0; i < 300'000; ++i) marks += i % 2 == 0 ? "\u0323" : "\u0301";
  CHECK(compose(marks).substr(0, 3) == "\u1EB9");
}

}  // namespace
}  // namespace gramme::tokens
