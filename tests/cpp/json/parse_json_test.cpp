#include <cmath>
#include <limits>

#include "catch.hpp"
#include "json/json.hpp"
#include "support.hpp"

namespace gramme {
namespace {

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

std::string record_of(std::size_t members) {
  std::string out = "{";
  for (std::size_t i = 0; i < members; ++i) {
    out += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":0";
  }
  return out + "}";
}

ErrorCode error_of(const std::string& text) {
  const Result<Value> result = parse_json(text);
  REQUIRE_FALSE(result.is_ok());
  return result.error().code;
}

TEST_CASE("malformed JSON is refused as invalid_json") {
  const std::string text = GENERATE(
      as<std::string>{}, "", " ", "{", "}", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a:1}", "nul", "01",
      "1.", "+1", "NaN", "Infinity", "1e999", "\"", "\"\\x\"", "\"\n\"", "[1] []", "// no\n1",
      "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\xFF\"", "\"\xC3\"", "\"\xED\xA0\x80\"", "\x01");
  CAPTURE(text);
  CHECK(error_of(text) == ErrorCode::invalid_json);
}

TEST_CASE("a zero byte is refused: nothing behind it may be dropped") {
  CHECK(error_of(std::string("{}\0{}", 5)) == ErrorCode::invalid_json);
  CHECK(error_of(std::string("1\0", 2)) == ErrorCode::invalid_json);
}

TEST_CASE("a key that stands twice is refused as invalid_json") {
  CHECK(error_of(R"({"a":1,"b":2,"a":3})") == ErrorCode::invalid_json);
  CHECK(error_of(R"({"a":1,"\u0061":3})") == ErrorCode::invalid_json);
  const std::string large = record_of(100);
  CHECK(parse_json(large).is_ok());
  CHECK(error_of(large.substr(0, large.size() - 1) + ",\"k50\":1}") == ErrorCode::invalid_json);
  CHECK(error_of(large.substr(0, large.size() - 1) + ",\"\":1,\"\":1}") == ErrorCode::invalid_json);
}

TEST_CASE("32 levels are read and 33 are too deep") {
  CHECK(parse_json(nested(32)).is_ok());
  CHECK(error_of(nested(33)) == ErrorCode::too_deep);
}

TEST_CASE("a bomb of a million brackets is too deep") {
  CHECK(error_of(std::string(1000000, '[')) == ErrorCode::too_deep);
}

TEST_CASE("a record of 4096 members is read and one of 4097 is too large") {
  CHECK(parse_json(record_of(4096))->record()->size() == 4096);
  CHECK(error_of(record_of(4097)) == ErrorCode::too_large);
}

TEST_CASE("16 MiB are read and one byte more is too large") {
  std::string text = "\"" + std::string(kLargestDocumentBytes - 2, 'x') + "\"";
  CHECK(parse_json(text).is_ok());
  CHECK(error_of(text + " ") == ErrorCode::too_large);
}

TEST_CASE("values keep their type and members their order") {
  const Result<Value> result = parse_json(R"({"b":true,"a":null,"c":[1,"x",{}]})");
  REQUIRE(result.is_ok());
  CHECK(result->record()->at(0).key == "b");
  CHECK(*result->find("b")->flag());
  CHECK(result->find("a")->is_null());
  CHECK(result->find("c")->list()->at(1).text()->compare("x") == 0);
  CHECK(result->find("c")->list()->at(2).record()->empty());
}

TEST_CASE("a surrogate pair is one character") {
  CHECK(*parse_json("\"\\ud83d\\ude00\"")->text() == "\xF0\x9F\x98\x80");
}

TEST_CASE("a document that was written reads back the same") {
  const std::string text =
      R"({"a":[null,true,false,0,-1.5,1e-300],"":{"x/y~z":"\u0000 \" \\ é"},"l":[],"r":{}})";
  const std::string once = write_json(*parse_json(text));
  CHECK(write_json(*parse_json(once)) == once);
  CHECK(parse_json(once)->find("")->find("x/y~z")->text()->size() == 8);
}

TEST_CASE("every number reads back as itself") {
  using Limits = std::numeric_limits<double>;
  const double number =
      GENERATE(0.0, 1.0, -1.0, 0.1, 1.0 / 3.0, 123456789.125, 1e15, 9007199254740991.0,
               9007199254740992.0, 9007199254740994.0, 1e21, 1e22, 5e-324, 4.052928146734005e-05,
               Limits::max(), Limits::min(), Limits::lowest(), -2.5e-8);
  CHECK(*parse_json(write_json(Value{number}))->number() == number);
}

TEST_CASE("random numbers of every size read back as themselves") {
  test::Lcg random(7);
  for (int i = 0; i < 2000; ++i) {
    const int exponent = static_cast<int>(random.below(600)) - 300;
    const double number = std::ldexp(1.0 + random.below(1U << 30U) / 1073741824.0, exponent);
    REQUIRE(*parse_json(write_json(Value{number}))->number() == number);
  }
}

TEST_CASE("what is no finite number is written as null") {
  CHECK(write_json(Value{std::numeric_limits<double>::infinity()}) == "null");
  CHECK(write_json(Value{std::numeric_limits<double>::quiet_NaN()}) == "null");
}

TEST_CASE("text that is no UTF-8 is written with U+FFFD") {
  CHECK(write_json(Value{std::string("a\xFF")}) == "\"a\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace gramme
