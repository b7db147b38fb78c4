#include "catch.hpp"
#include "json/json.hpp"
#include "yaml/yaml.hpp"

namespace gramme {
namespace {

std::string json_of(const std::string& yaml) {
  const Result<Value> result = parse_yaml(yaml);
  return result ? write_json(*result) : std::string(name_of(result.error().code));
}

std::string repeated(const std::string& unit, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += unit;
  return out;
}

TEST_CASE("plain scalars are numbers, flags, null or text") {
  const auto [yaml, json] = GENERATE(table<std::string, std::string>({
      {"12", "12"},
      {"-1.5e3", "-1500"},
      {".5", "0.5"},
      {"true", "true"},
      {"false", "false"},
      {"null", "null"},
      {"~", "null"},
      {"", "null"},
      {"yes", "\"yes\""},
      {"True", "\"True\""},
      {"word", "\"word\""},
      {"2026-11-20", "\"2026-11-20\""},
      {"1.2.3", "\"1.2.3\""},
      {"-", "[null]"},
      {".inf", "\".inf\""},
      {".nan", "\".nan\""},
      {"-infinity", "\"-infinity\""},
      {"1e999", "\"1e999\""},
  }));
  CAPTURE(yaml);
  CHECK(json_of(yaml) == json);
}

TEST_CASE("quoted and block scalars are always text") {
  const auto [yaml, json] = GENERATE(table<std::string, std::string>({
      {"\"12\"", "\"12\""},
      {"'true'", "\"true\""},
      {"\"\"", "\"\""},
      {"'null'", "\"null\""},
      {"|\n  12", "\"12\""},
      {">-\n  a\n  b", "\"a b\""},
      {"!!str 12", "\"12\""},
  }));
  CAPTURE(yaml);
  CHECK(json_of(yaml) == json);
}

TEST_CASE("lists and records keep their order in block and flow style") {
  CHECK(json_of("b: 1\na: [x, {c: 2}]\nl:\n- 1\n-\n") ==
        R"({"b":1,"a":["x",{"c":2}],"l":[1,null]})");
}

TEST_CASE("broken documents are refused as invalid_yaml") {
  const std::string yaml = GENERATE(as<std::string>{}, "a: [1", "a: {b: 1", "a: 'x", "a: \"\\q\"",
                                    "a: 1\n b: 2", "a: b: c", "- 1\nb: 2", "\ta: 1", "a:\n\t- 1",
                                    "a: @x", "%YAML 3.0\n---\na", "? [a]\n: 1", "? {a: 1}\n: 1");
  CAPTURE(yaml);
  CHECK(json_of(yaml) == "invalid_yaml");
}

TEST_CASE("an alias is refused, so a small file cannot grow into a large one") {
  CHECK(json_of("a: &x [1]\nb: *x") == "invalid_yaml");
  CHECK(json_of("a: &x {k: 1}\nb: {<<: *x}") == "invalid_yaml");
}

TEST_CASE("a key that stands twice is refused") {
  CHECK(json_of("a: 1\na: 2") == "invalid_yaml");
  CHECK(json_of("a: 1\n'a': 2") == "invalid_yaml");
}

TEST_CASE("a second document is refused, not dropped") {
  CHECK(json_of("a: 1\n---\nb: 2") == "invalid_yaml");
  CHECK(json_of("---\na: 1\n...\n") == "{\"a\":1}");
}

TEST_CASE("a control character is refused: nothing behind it may be dropped") {
  CHECK(json_of(std::string("a: 1\n\x04") + "b: 2") == "invalid_yaml");
  CHECK(json_of(std::string("a: 1\0b", 6)) == "invalid_yaml");
}

TEST_CASE("32 levels are read and 33 are too deep, in flow and block style") {
  CHECK(parse_yaml(repeated("[", 32) + repeated("]", 32)).is_ok());
  CHECK(json_of(repeated("[", 33) + repeated("]", 33)) == "too_deep");
  CHECK(json_of(repeated("- ", 33) + "x") == "too_deep");
  CHECK(json_of(repeated("{a: ", 33) + repeated("}", 33)) == "too_deep");
}

TEST_CASE("a bomb of brackets is refused") {
  CHECK_FALSE(parse_yaml(repeated("[", 100000)).is_ok());
  CHECK_FALSE(parse_yaml(repeated("{", 100000)).is_ok());
}

TEST_CASE("more than 1 MiB is too large") {
  CHECK(parse_yaml("a: " + std::string(kLargestYamlBytes - 3, 'x')).is_ok());
  CHECK(json_of("a: " + std::string(kLargestYamlBytes - 2, 'x')) == "too_large");
}

TEST_CASE("a record of 4097 members is too large") {
  std::string yaml;
  for (int i = 0; i < 4097; ++i) yaml += "k" + std::to_string(i) + ": 0\n";
  CHECK(json_of(yaml) == "too_large");
}

TEST_CASE("text that is no UTF-8 does not end the program") {
  CHECK(json_of("a: \xFF\xFE\xC3").substr(0, 6) == "{\"a\":\"");
}

TEST_CASE("an error names the line") {
  CHECK(parse_yaml("a: 1\nb: 2\na: 3").error().message.find("line 3") != std::string::npos);
}

}  // namespace
}  // namespace gramme
