// Counting straight from a vocabulary's file gives what counting with its tables gives.
#include "tokens/count_once.hpp"

#include <array>
#include <string>

#include "catch.hpp"
#include "small_vocabulary.hpp"
#include "vocabularies.hpp"

namespace gramme {
namespace {

constexpr std::array kComplete{"o200k_base", "cl100k_base", "p50k_base",  "r50k_base",
                               "qwen2.5",    "tekken",      "deepseek-v3"};

/// Texts of every kind: words, code, runs, scripts, marks that compose, ill-formed bytes.
std::vector<std::string> sample_texts() {
  std::vector<std::string> texts{
      "",
      "a",
      "Hello, world!\n",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa aaaaa aa a",
      std::string(700, ' ') + "\t\n\n\n  \r\n x",
      "for (int i = 0; i < 10; ++i) {\n    total += values[i] * 3.14159;\n}\n",
      "L’été, à Évian, j’ai bu de l’eau fraîche ; 12 345,67 € — « voilà ».",
      "機械学習モデルは大量の電力を消費する。中文測試，한국어 텍스트 العربية עברית हिन्दी",
      "e\xCC\x81"
      "a\xCC\x80 \xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB",
      "👩‍👩‍👧‍👦 🇫🇷 ☕️ <|endoftext|> \xFF\xFE \xC3 broken",
      "SELECT * FROM users WHERE id IN (1,2,3) -- don't we'll I'M",
  };
  // Letters at random, from a fixed start: pieces no vocabulary has as a whole.
  std::uint32_t state = 12345;
  for (int i = 0; i < 40; ++i) {
    std::string text;
    for (int letter = 0; letter < 300; ++letter) {
      state = state * 1664525 + 1013904223;
      text += " etaoinshrdlu.,\n0123ABCéabab"[(state >> 16) % 29];
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

TEST_CASE("a text counted from the file alone has as many tokens as with the tables made",
          "[tokens]") {
  for (const char* name : kComplete) {
    const std::vector<std::uint8_t> file = test::vocabulary_file(name);
    const auto vocabulary = load_vocabulary(file).value();
    for (const std::string& text : sample_texts()) {
      INFO(name << ": " << text);
      CHECK(tokens::count_once(file, text).value() == count_tokens(*vocabulary, text));
    }
  }
}

TEST_CASE("the same pair is merged from the left, whatever it overlaps", "[tokens]") {
  // 256 = "aa", 257 = "aaaa"
  const auto file = test::small_vocabulary({{'a', 'a'}, {256, 256}});
  CHECK(tokens::count_once(file, "aaaaa").value() == 2);
  CHECK(tokens::count_once(file, "aaaaaaa").value() == 3);
}

TEST_CASE("a file that is damaged is refused and counts nothing", "[tokens]") {
  std::vector<std::uint8_t> file = test::vocabulary_file("o200k_base");
  file[5000] ^= 1U;
  CHECK(tokens::count_once(file, "x").error().path == "/checksum");
  file.resize(1000);
  CHECK(tokens::count_once(file, "x").error().code == ErrorCode::vocabulary_corrupt);
  std::vector<std::uint8_t> twice = test::small_vocabulary({{'a', 'a'}});
  twice[test::kHeaderSize + 1] = 0;
  test::seal(twice);
  CHECK(tokens::count_once(twice, "x").error().path == "/tokens/1");
  const auto later = test::small_vocabulary({{'a', 300}});
  CHECK(tokens::count_once(later, "x").error().path == "/tokens");
}

}  // namespace gramme
