#include <algorithm>

#include "catch.hpp"
#include "support.hpp"
#include "tokens/utf8.hpp"
#include "tokens/vocabularies.hpp"
#include "tokens/vocabulary.hpp"

namespace gramme {
namespace {

std::shared_ptr<TokenCounter> counter_of(const std::string& name) {
  return std::make_shared<TokenCounter>(test::load_or_die(name));
}

const std::shared_ptr<TokenCounter>& o200k_counter() {
  static const std::shared_ptr<TokenCounter> counter = counter_of("o200k_base");
  return counter;
}

const std::shared_ptr<TokenCounter>& cl100k_counter() {
  static const std::shared_ptr<TokenCounter> counter = counter_of("cl100k_base");
  return counter;
}

/// UTF-8 of a script's string: a lone surrogate is U+FFFD.
std::string to_utf8(std::u16string_view units) {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t code_point = units[i];
    const bool is_pair =
        (units[i] & 0xFC00) == 0xD800 && i + 1 < units.size() && (units[i + 1] & 0xFC00) == 0xDC00;
    if (is_pair) {
      code_point = 0x10000 + ((code_point & 0x3FF) << 10 | (units[i + 1] & 0x3FFU));
      ++i;
    } else if ((units[i] & 0xF800) == 0xD800) {
      code_point = 0xFFFD;
    }
    char bytes[4];
    text.append(bytes, tokens::encode(code_point, bytes));
  }
  return text;
}

double count_of(TokenCounter& counter, std::string_view text) {
  return static_cast<double>(counter.count(text));
}

/// Characters that the split patterns treat in different ways, and halves of characters.
const std::u16string kTraps = std::u16string(u"aaabeTHEÉéßſ'ʼ 0129٣½中文の가عЖжǅªʰ") +
                              u"\u0301\u0308\u0020\u0020\u0020\n\n\r\t\u00A0\u0085\u2028\u3000" +
                              u"!,./-_{}…“”€\u200B\uFEFF\0" + u"\xD83D\xDE00\xD83D\xD800\xDC00";

std::u16string random_units(test::Lcg& random, std::size_t size) {
  std::u16string units;
  while (units.size() < size) {
    const char16_t unit = kTraps[random.below(static_cast<std::uint32_t>(kTraps.size()))];
    // Runs are what a growing text has to go on with.
    units.append(random.below(4) == 0 ? 1 + random.below(90) : 1, unit);
  }
  units.resize(size);
  return units;
}

TEST_CASE("at every moment a stream says what a count of its text would, wherever it is cut") {
  test::Lcg random(5);
  for (const char* name :
       {"o200k_base", "cl100k_base", "p50k_base", "qwen2.5", "deepseek-v3", "tekken"}) {
    const std::shared_ptr<TokenCounter> counter = counter_of(name);
    CAPTURE(name);
    for (int round = 0; round < 150; ++round) {
      const std::u16string units = random_units(random, 1 + random.below(400));
      TokenStream stream(counter);
      for (std::size_t at = 0; at < units.size();) {
        const std::size_t size = std::min<std::size_t>(1 + random.below(4), units.size() - at);
        stream.append(std::u16string_view(units).substr(at, size));
        at += size;
        REQUIRE(stream.units() == at);
        REQUIRE(stream.tokens().central == count_of(*counter, to_utf8(units.substr(0, at))));
      }
      stream.finish();
      REQUIRE(stream.tokens() == exactly(count_of(*counter, to_utf8(units))));
    }
  }
}

TEST_CASE("bytes may be cut within a character, and need not be characters at all") {
  test::Lcg random(6);
  for (int round = 0; round < 200; ++round) {
    std::string bytes = to_utf8(random_units(random, 1 + random.below(120)));
    for (std::uint32_t i = random.below(4); i > 0; --i) {
      bytes[random.below(static_cast<std::uint32_t>(bytes.size()))] =
          static_cast<char>(random.below(256));
    }
    TokenStream stream(o200k_counter());
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t size = std::min<std::size_t>(1 + random.below(9), bytes.size() - at);
      stream.append(std::string_view(bytes).substr(at, size));
      at += size;
      REQUIRE(stream.tokens().central == count_of(*o200k_counter(), bytes.substr(0, at)));
    }
    stream.finish();
    REQUIRE(stream.tokens().central == count_of(*o200k_counter(), bytes));
  }
}

TEST_CASE("a text whose end is replaced counts as if it had been so from the start") {
  test::Lcg random(7);
  for (int round = 0; round < 60; ++round) {
    TokenStream stream(o200k_counter());
    std::u16string units;
    for (int step = 0; step < 20; ++step) {
      units.resize(random.below(static_cast<std::uint32_t>(units.size() + 1)));
      stream.truncate(units.size());
      REQUIRE(stream.units() == units.size());
      const std::u16string part = random_units(random, random.below(3000));
      units += part;
      stream.append(std::u16string_view(part));
      REQUIRE(stream.tokens().central == count_of(*o200k_counter(), to_utf8(units)));
    }
  }
}

TEST_CASE(
    "a half that stood alone is forgotten when the text is cut before it, within a pair too") {
  TokenStream stream(o200k_counter());
  stream.append(std::u16string_view(u"a\xD83D\xDE00xy\xD83D z"));
  stream.truncate(2);
  stream.append(std::u16string_view(u"\xDE00xy中 z"));
  stream.truncate(6);
  stream.append(std::u16string_view(u"文中文"));
  const std::u16string units = u"a\xD83D\xDE00xy中文中文";
  CHECK(stream.tokens().central == count_of(*o200k_counter(), to_utf8(units)));
}

TEST_CASE("long pieces of every kind grow as the definition says") {
  const std::vector<std::u16string> units{
      u"a",   u"A",   u"中", u"aB",      u"中A", u"A中",          u" ",   u"\n",   u" \n", u"!",
      u"/\n", u"!\n", u"7",  u"e\u0301", u"ǅ",   u"\xD83D\xDE00", u"ab'", u"、あ", u"कि"};
  for (const auto& counter : {o200k_counter(), cl100k_counter()}) {
    for (const std::u16string& unit : units) {
      TokenStream stream(counter);
      std::u16string text;
      for (int i = 0; i < 260; ++i) {
        text += unit;
        stream.append(std::u16string_view(unit));
        REQUIRE(stream.tokens().central == count_of(*counter, to_utf8(text)));
      }
      for (const char16_t* end : {u"x", u" y", u"\n", u".", u"é中"}) {
        text += end;
        stream.append(std::u16string_view(end));
        REQUIRE(stream.tokens().central == count_of(*counter, to_utf8(text)));
      }
    }
  }
}

TEST_CASE("an estimated stream says what an estimate of its text would") {
  TokenEstimator estimator{.weights = {{1, 1.2, 1.4},
                                       {1, 1.1, 1.2},
                                       {1, 1.3, 2},
                                       {1, 1, 1},
                                       {1, 1, 1},
                                       {1, 2, 3},
                                       {2, 2, 2},
                                       {1, 1, 1},
                                       {1, 1, 4}},
                           .minimum_band_tokens = 3};
  std::fill_n(std::begin(estimator.weights) + kTokenClassCount, kTextFeatureCount,
              Range{0.1, 0.2, 0.4});
  test::Lcg random(8);
  TokenStream stream(o200k_counter(), &estimator);
  std::u16string units;
  CHECK(stream.tokens() == exactly(0.0));
  for (int i = 0; i < 200; ++i) {
    const std::u16string part = random_units(random, 1 + random.below(40));
    units += part;
    stream.append(std::u16string_view(part));
    const Range expected =
        estimate_tokens(o200k_counter()->vocabulary(), estimator, to_utf8(units));
    REQUIRE(stream.tokens().low == Approx(expected.low));
    REQUIRE(stream.tokens().central == Approx(expected.central));
    REQUIRE(stream.tokens().high == Approx(expected.high));
  }
}

/// A token of lower-case letters.
std::string random_word(test::Lcg& random) {
  const Vocabulary& vocabulary = o200k_counter()->vocabulary();
  const auto is_lower = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  for (;;) {
    const std::string_view word =
        vocabulary.token_bytes().bytes_of(random.below(vocabulary.size()));
    if (!word.empty() && std::all_of(word.begin(), word.end(), is_lower)) return std::string(word);
  }
}

TEST_CASE("an estimated stream of repeated tokens says what an estimate of its text would") {
  TokenEstimator estimator;
  for (std::size_t i = 0; i < kEstimatorWeightCount; ++i) {
    estimator.weights[i] = exactly(1.0 + static_cast<double>(i));
  }
  test::Lcg random(9);
  for (int round = 0; round < 6000; ++round) {
    TokenStream stream(o200k_counter(), &estimator);
    std::string text;
    for (int part = 0; part < 12; ++part) {
      const std::string unit = random_word(random);
      for (std::uint32_t i = 1 + random.below(4); i > 0; --i) text += unit;
    }
    stream.append(std::string_view(text));
    const Range expected = estimate_tokens(o200k_counter()->vocabulary(), estimator, text);
    INFO(text);
    REQUIRE(stream.tokens().central == Approx(expected.central));
  }
}

TEST_CASE("hundreds of streams of one counter do not mix") {
  std::vector<TokenStream> streams;
  for (int i = 0; i < 300; ++i) streams.emplace_back(o200k_counter());
  for (const char* part : {"Hel", "lo, wo", "rld! 12", "34 \n", "\n中"}) {
    for (TokenStream& stream : streams) stream.append(std::string_view(part));
    for (TokenStream& stream : streams) static_cast<void>(stream.tokens());
  }
  const double expected = count_of(*o200k_counter(), "Hello, world! 1234 \n\n中");
  for (TokenStream& stream : streams) REQUIRE(stream.tokens().central == expected);
}

}  // namespace
}  // namespace gramme
