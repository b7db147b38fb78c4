#include <algorithm>
#include <string>

#include "catch.hpp"
#include "tokens/token_class.hpp"
#include "tokens/vocabularies.hpp"

namespace gramme {
namespace {

using tokens::classify_token;

TokenEstimator all_weights(Range weight, double minimum_band_tokens) {
  TokenEstimator estimator;
  std::fill_n(std::begin(estimator.weights), kTokenClassCount, weight);
  estimator.minimum_band_tokens = minimum_band_tokens;
  return estimator;
}

const std::string kText = "Some words, Ünïcödé, 中文, привет, 123 and 😀.";

TEST_CASE("weights of one estimate the o200k count itself") {
  const Range range = estimate_tokens(test::o200k(), all_weights(exactly(1.0), 0.0), kText);
  CHECK(range == exactly(static_cast<double>(count_tokens(test::o200k(), kText))));
}

TEST_CASE("an estimate is an ordered range, however short the text") {
  const TokenEstimator estimator = all_weights({0.9, 1.1, 1.3}, 3.0);
  for (std::size_t size = 0; size < 30; ++size) {
    const Range range = estimate_tokens(test::o200k(), estimator, std::string(size, 'x'));
    CHECK(is_ordered(range));
    CHECK(range.low >= 0.0);
  }
}

TEST_CASE("a short text has at least the minimum band") {
  const Range range = estimate_tokens(test::o200k(), all_weights({1, 1, 1}, 3.0), "one two");
  CHECK(range == Range{0.0, 2.0, 5.0});
}

TEST_CASE("nothing is estimated as exactly nothing") {
  CHECK(estimate_tokens(test::o200k(), all_weights({1, 2, 3}, 3.0), "") == exactly(0.0));
}

TEST_CASE("more sentences never make a smaller estimate") {
  const TokenEstimator estimator = all_weights({0.9, 1.1, 1.3}, 3.0);
  std::string text;
  Range previous = exactly(0.0);
  for (int i = 0; i < 20; ++i) {
    text += kText + "\n";
    const Range range = estimate_tokens(test::o200k(), estimator, text);
    CHECK(range.low >= previous.low);
    CHECK(range.central > previous.central);
    CHECK(range.high > previous.high);
    previous = range;
  }
}

TEST_CASE("tokens are classed by what they are made of") {
  CHECK(classify_token("  \n") == TokenClass::blank);
  CHECK(classify_token(" word") == TokenClass::word);
  CHECK(classify_token("'s") == TokenClass::word);
  CHECK(classify_token(" Word") == TokenClass::word);
  CHECK(classify_token("camelCase") == TokenClass::mixed_word);
  CHECK(classify_token("HTTP") == TokenClass::mixed_word);
  CHECK(classify_token("123") == TokenClass::digits);
  CHECK(classify_token(" {\n") == TokenClass::punctuation);
  CHECK(classify_token(" 中文") == TokenClass::cjk);
  CHECK(classify_token("。") == TokenClass::cjk);
  CHECK(classify_token("한") == TokenClass::cjk);
  CHECK(classify_token(" привет") == TokenClass::other_script);
  CHECK(classify_token("ा") == TokenClass::other_script);
  CHECK(classify_token("été") == TokenClass::accented_latin);
  CHECK(classify_token("→") == TokenClass::symbol);
  CHECK(classify_token("\xF0\x9F") == TokenClass::symbol);
}

}  // namespace
}  // namespace gramme
