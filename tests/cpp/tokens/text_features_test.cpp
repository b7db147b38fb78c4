#include <algorithm>

#include "catch.hpp"
#include "tokens/text_features.hpp"
#include "tokens/vocabularies.hpp"

namespace gramme {
namespace {

using tokens::FeatureCounts;

std::size_t feature(std::string_view text, TextFeature feature) {
  return tokens::count_features(test::o200k(), text)[tokens::place_of(feature)];
}

TEST_CASE("the classes of a text's tokens add up to its tokens") {
  const std::string text = "Some Words, éü 中文 привет 123 and 😀\n\n  x = camelCase();";
  const FeatureCounts counts = tokens::count_features(test::o200k(), text);
  std::size_t sum = 0;
  for (std::size_t i = 0; i < kTokenClassCount; ++i) sum += counts[i];
  CHECK(sum == count_tokens(test::o200k(), text));
}

TEST_CASE("the features of two parts that split apart add up to those of the whole") {
  const std::string first = "Crème brûlée 1234, 日本 и";
  const std::string second = " then .map(xs) ©";
  const FeatureCounts a = tokens::count_features(test::o200k(), first);
  const FeatureCounts b = tokens::count_features(test::o200k(), second);
  const FeatureCounts whole = tokens::count_features(test::o200k(), first + second);
  for (std::size_t i = 0; i < whole.size(); ++i) CHECK(whole[i] == a[i] + b[i]);
}

TEST_CASE("a token that is taken back leaves nothing behind") {
  FeatureCounts counts{};
  for (const std::uint32_t id : encode(test::o200k(), "été 😀 x")) {
    tokens::add_token(counts, test::o200k(), id);
    tokens::remove_token(counts, test::o200k(), id);
  }
  CHECK(counts == FeatureCounts{});
}

TEST_CASE("a character that tokens cut is counted once, where it begins") {
  CHECK(feature("🫨🫨", TextFeature::sign) == 2);
  CHECK(feature("龘龘", TextFeature::han) == 2);
}

TEST_CASE("characters beyond ASCII are counted by script") {
  CHECK(feature("中文。", TextFeature::han) == 3);
  CHECK(feature("ひらカナー", TextFeature::kana) == 5);
  CHECK(feature("한국", TextFeature::hangul) == 2);
  CHECK(feature("привет", TextFeature::cased_letter) == 6);
  CHECK(feature("سلام", TextFeature::letter) == 4);
  CHECK(feature("été…", TextFeature::extended) == 3);
  CHECK(feature("→😀", TextFeature::sign) == 2);
}

TEST_CASE("what only changes how an emoji looks is a sign") {
  CHECK(feature("👨\u200D👩", TextFeature::sign) == 3);
  CHECK(feature("❤\uFE0F1\uFE0F\u20E3", TextFeature::sign) == 4);
}

TEST_CASE("a sign before a word counts as a prefix, a blank does not") {
  CHECK(feature(".then", TextFeature::prefix) == 1);
  CHECK(feature(" then", TextFeature::prefix) == 0);
}

TEST_CASE("digits after the first of their token, and a first digit of the text, are counted") {
  CHECK(feature("a 123", TextFeature::more_digits) == 2);
  CHECK(feature("a 123", TextFeature::leading_digit) == 0);
  CHECK(feature("42", TextFeature::leading_digit) == 1);
}

TEST_CASE("letters of one letter again and again are counted") {
  CHECK(feature(std::string(64, 'a'), TextFeature::repeat) == 64);
  CHECK(feature("balloon", TextFeature::repeat) == 0);
}

TEST_CASE("a blank that shares a token with a sign is counted, one with a word is not") {
  CHECK(feature(" ©", TextFeature::blank_before_sign) == 1);
  CHECK(feature(" é", TextFeature::blank_before_sign) == 0);
  CHECK(feature(" (", TextFeature::blank_before_sign) == 0);
}

TEST_CASE("rarer words have a larger rarity") {
  CHECK(feature(" the", TextFeature::rarity) == 0);
  CHECK(feature(" synchronization", TextFeature::rarity) > 1);
}

}  // namespace
}  // namespace gramme
