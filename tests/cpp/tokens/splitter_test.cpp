#include "tokens/splitter.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

namespace gramme::tokens {
namespace {

using Pieces = std::vector<std::string>;

Pieces split(EndOfPiece end_of_piece, const std::string& text) {
  Pieces pieces;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const char* const next = end_of_piece(at, end);
    pieces.emplace_back(at, next);
    at = next;
  }
  return pieces;
}

Pieces cl100k(const std::string& text) { return split(end_of_cl100k_piece, text); }
Pieces o200k(const std::string& text) { return split(end_of_o200k_piece, text); }

TEST_CASE("both splitters keep a blank with the word after it") {
  const Pieces expected{"Hello", ",", " world", "!"};
  CHECK(cl100k("Hello, world!") == expected);
  CHECK(o200k("Hello, world!") == expected);
}

TEST_CASE("o200k cuts before a capital that follows a lower-case letter, cl100k does not") {
  CHECK(o200k("camelCaseHTTPServer") == Pieces{"camel", "Case", "HTTPServer"});
  CHECK(cl100k("camelCaseHTTPServer") == Pieces{"camelCaseHTTPServer"});
}

TEST_CASE("an uncased letter followed only by capitals stands alone in o200k") {
  CHECK(o200k("中ABC") == Pieces{"中", "ABC"});
  CHECK(o200k("A中BC中DE") == Pieces{"A中BC中", "DE"});
  CHECK(o200k("中ABc") == Pieces{"中ABc"});
}

TEST_CASE("a mark before capitals stands alone in o200k") {
  CHECK(o200k("\u0301ABC") == Pieces{"\u0301", "ABC"});
  CHECK(o200k("\u0301abc") == Pieces{"\u0301abc"});
  CHECK(cl100k("\u0301ABC") == Pieces{"\u0301ABC"});
}

TEST_CASE("any single character but a newline, letter or digit may start a word") {
  CHECK(o200k("\tabc") == Pieces{"\tabc"});
  CHECK(o200k("\u3000abc") == Pieces{"\u3000abc"});
  CHECK(o200k(std::string("\0abc", 4)) == Pieces{std::string("\0abc", 4)});
  CHECK(cl100k("(abc") == Pieces{"(abc"});
  CHECK(cl100k("\nabc") == Pieces{"\n", "abc"});
  CHECK(cl100k("1abc") == Pieces{"1", "abc"});
}

TEST_CASE("o200k keeps a contraction with its word, cl100k cuts it off") {
  CHECK(o200k("don't WE'LL x'D") == Pieces{"don't", " WE'LL", " x'D"});
  CHECK(cl100k("don't WE'LL") == Pieces{"don", "'t", " WE", "'LL"});
  CHECK(cl100k("I'veb") == Pieces{"I", "'ve", "b"});
  CHECK(o200k("rock'n") == Pieces{"rock", "'n"});
}

TEST_CASE("the long s ends a contraction too") {
  CHECK(o200k("it'\u017F") == Pieces{"it'\u017F"});
  CHECK(cl100k("it'\u017F") == Pieces{"it", "'\u017F"});
}

TEST_CASE("a contraction cut by the end of the text is none") {
  CHECK(o200k("it'") == Pieces{"it", "'"});
  CHECK(o200k("it'l") == Pieces{"it", "'l"});
  CHECK(cl100k("'r") == Pieces{"'r"});
}

TEST_CASE("digits go three by three") {
  CHECK(o200k("1234567") == Pieces{"123", "456", "7"});
  CHECK(cl100k("a12 345") == Pieces{"a", "12", " ", "345"});
  CHECK(cl100k("\u0663\u00BD\u2167\u00B2") == Pieces{"\u0663\u00BD\u2167", "\u00B2"});
}

TEST_CASE("a run of blanks leaves its last one to what follows") {
  CHECK(o200k("   x") == Pieces{"  ", " x"});
  CHECK(o200k("   1") == Pieces{"  ", " ", "1"});
  CHECK(o200k("a   ") == Pieces{"a", "   "});
  CHECK(cl100k(" \u00A0\u2003!") == Pieces{" \u00A0", "\u2003", "!"});
}

TEST_CASE("a run of white space with newlines ends after the last newline") {
  CHECK(o200k("  \n \r\n  x") == Pieces{"  \n \r\n", " ", " x"});
  CHECK(cl100k("\n\n\nx") == Pieces{"\n\n\n", "x"});
  CHECK(cl100k("x\n  ") == Pieces{"x", "\n", "  "});
}

TEST_CASE("only o200k keeps slashes after punctuation") {
  CHECK(o200k("://\n/a") == Pieces{"://\n/", "a"});
  CHECK(cl100k("!\n/a") == Pieces{"!\n", "/a"});
  CHECK(cl100k(" !\r\n\nb") == Pieces{" !\r\n\n", "b"});
}

TEST_CASE("white space is exactly the Unicode property") {
  CHECK(cl100k("\u0085\u0085a") == Pieces{"\u0085", "\u0085a"});
  CHECK(cl100k("\uFEFF\uFEFF1") == Pieces{"\uFEFF\uFEFF", "1"});
  CHECK(cl100k("\u200B\u180E 1") == Pieces{"\u200B\u180E", " ", "1"});
}

TEST_CASE("every splitter of the table is found by its number") {
  REQUIRE(find_splitter(0) != nullptr);
  REQUIRE(find_splitter(1) != nullptr);
  CHECK(find_splitter(0)->pattern == SplitPattern::cl100k);
  CHECK(find_splitter(1)->pattern == SplitPattern::o200k);
  CHECK(find_splitter(255) == nullptr);
}

}  // namespace
}  // namespace gramme::tokens
