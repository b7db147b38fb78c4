#include <string>

#include "catch.hpp"
#include "tokens/pieces_of.hpp"

namespace gramme::tokens {
namespace {

using test::Pieces;

Pieces p50k(const std::string& text) { return test::pieces_of("p50k", text); }
Pieces qwen(const std::string& text) { return test::pieces_of("qwen", text); }
Pieces tekken(const std::string& text) { return test::pieces_of("tekken", text); }
Pieces deepseek(const std::string& text) { return test::pieces_of("deepseek", text); }

TEST_CASE("p50k keeps a blank with a word, a number or punctuation") {
  CHECK(p50k("Hello world 12345 !?") == Pieces{"Hello", " world", " 12345", " !?"});
  CHECK(p50k("a\tb") == Pieces{"a", "\t", "b"});
  CHECK(p50k("x") == Pieces{"x"});
}

TEST_CASE("p50k knows contractions in lower case only") {
  CHECK(p50k("it's IT'S we'll") == Pieces{"it", "'s", " IT", "'", "S", " we", "'ll"});
  CHECK(p50k("'") == Pieces{"'"});
  CHECK(p50k("a 's") == Pieces{"a", " '", "s"});
}

TEST_CASE("p50k treats a newline as any other blank") {
  CHECK(p50k("a \n b") == Pieces{"a", " \n", " b"});
  CHECK(p50k("a\n\nb\n") == Pieces{"a", "\n", "\n", "b", "\n"});
}

TEST_CASE("qwen has one piece per digit, otherwise those of cl100k") {
  CHECK(qwen("a123 b") == Pieces{"a", "1", "2", "3", " b"});
  CHECK(qwen("WE'LL\n\nx") == Pieces{"WE", "'LL", "\n\n", "x"});
}

TEST_CASE("tekken has one piece per digit and no contractions") {
  CHECK(tekken("a12") == Pieces{"a", "1", "2"});
  CHECK(tekken("don't WE'LL it'\u017F") == Pieces{"don", "'t", " WE", "'LL", " it", "'\u017F"});
  CHECK(tekken("camelCase'\n/!'") == Pieces{"camel", "Case", "'\n/", "!'"});
  CHECK(tekken("'s") == Pieces{"'s"});
}

TEST_CASE("deepseek cuts out digits and CJK before anything else") {
  CHECK(deepseek("a12345b") == Pieces{"a", "123", "45", "b"});
  CHECK(deepseek("x中文y") == Pieces{"x", "中文", "y"});
  CHECK(deepseek("カタカナ・テ") == Pieces{"カタカナ・テ"});
}

TEST_CASE("deepseek lets blanks before a digit or CJK stay together") {
  CHECK(deepseek("a  1") == Pieces{"a", "  ", "1"});
  CHECK(deepseek("a  中") == Pieces{"a", "  ", "中"});
  CHECK(deepseek("a  b") == Pieces{"a", " ", " b"});
  CHECK(deepseek("a \n 1") == Pieces{"a", " \n", " ", "1"});
}

TEST_CASE("deepseek joins one ASCII punctuation mark to the ASCII letters after it") {
  CHECK(deepseek("!hello .txt") == Pieces{"!hello", " .", "txt"});
  CHECK(deepseek("!!a") == Pieces{"!!", "a"});
  CHECK(deepseek("$\u00E9") == Pieces{"$", "\u00E9"});
  CHECK(deepseek("!a\u00E9") == Pieces{"!a", "\u00E9"});
}

TEST_CASE("what no pattern of deepseek matches is a piece of its own") {
  CHECK(deepseek("\u200D\u200Da") == Pieces{"\u200D", "\u200Da"});
  CHECK(deepseek("\u200D\u200D!") == Pieces{"\u200D\u200D", "!"});
  CHECK(deepseek(" \u0001") == Pieces{" ", "\u0001"});
}

/// The first piece whose end differs once a text is appended, counted from the last one.
std::size_t changed_from_end(const std::string& pattern, const std::string& text,
                             const std::string& appended) {
  const Pieces before = test::pieces_of(pattern, text);
  const Pieces after = test::pieces_of(pattern, text + appended);
  std::size_t same = 0;
  while (same < before.size() && same < after.size() && before[same] == after[same]) ++same;
  return before.size() - same;
}

TEST_CASE("appending a text changes the last two pieces at most") {
  const char* const parts[] = {"a",  "B", "\u00E9", "\u0301", "中", "カ", "1", " ",      "\n",
                               "\t", "'", "s",      "l",      "!",  ".",  "/", "\u200D", "\u3000"};
  test::Lcg random(5);
  const auto text = [&](std::uint32_t most) {
    std::string out;
    for (std::uint32_t left = 1 + random.below(most); left > 0; --left)
      out += parts[random.below(18)];
    return out;
  };
  for (const char* pattern : {"cl100k", "o200k", "p50k", "qwen", "deepseek", "tekken"}) {
    for (int round = 0; round < 4000; ++round) {
      const std::string before = text(12);
      const std::string appended = text(4);
      CAPTURE(pattern, before, appended);
      REQUIRE(changed_from_end(pattern, before, appended) <= 2);
    }
  }
}

}  // namespace
}  // namespace gramme::tokens
