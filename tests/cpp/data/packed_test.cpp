#include "data/packed.hpp"

#include <cmath>

#include "catch.hpp"
#include "json/json.hpp"

using namespace gramme;

TEST_CASE("a packed document is read back as it was written") {
  for (const std::string text :
       {"null", "true", "false", "0", "-1.5e-300", "\"\"", "\"h\\u00e9\\u0000!\"", "[]", "{}",
        R"({"a":[1,{"b":"a"},null,true],"c":{"low":0.1,"central":1,"high":1e18}})",
        R"(["same","same",{"same":"same"}])"}) {
    const Result<Value> value = parse_json(text);
    REQUIRE(value.is_ok());
    CHECK(write_json(unpack(pack(*value))) == write_json(*value));
  }
}

TEST_CASE("lists and tables longer than one size byte are read back") {
  List items;
  for (int i = 0; i < 1000; ++i) items.emplace_back("text number " + std::to_string(i));
  const Value value{std::move(items)};
  CHECK(write_json(unpack(pack(value))) == write_json(value));
}

TEST_CASE("packed bytes that end early are read without harm") {
  const Result<Value> value = parse_json(R"({"a":[1,"b",{"c":"d"}],"e":2.5})");
  REQUIRE(value.is_ok());
  const std::string bytes = pack(*value);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CHECK(write_json(unpack(bytes.substr(0, length))) != write_json(*value));
  }
}

TEST_CASE("a text that stands many times is packed once") {
  const std::string text(100, 'x');
  CHECK(pack(Value{List{text, text, text}}).size() < 2 * text.size());
}

TEST_CASE("numbers are read back to the last bit, small whole ones from few bytes") {
  for (const double number :
       {0.0, -0.0, 1.0, 127.0, 128.0, 268435455.0, 268435456.0, 0.5, -1.0, 1e308, -5e-324}) {
    CAPTURE(number);
    const Value back = unpack(pack(Value{number}));
    REQUIRE(back.number() != nullptr);
    CHECK(*back.number() == number);
    CHECK(std::signbit(*back.number()) == std::signbit(number));
  }
  CHECK(pack(Value{65536.0}).size() < pack(Value{0.5}).size());
}
