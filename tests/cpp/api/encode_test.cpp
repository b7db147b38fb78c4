#include "api/door.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

const Core& loaded_core() {
  static const Core instance = test::core_with(
      {"o200k_base", "cl100k_base", "p50k_base", "r50k_base", "qwen2.5", "deepseek-v3", "tekken"});
  return instance;
}

Value ask(std::string_view name, const std::string& request) {
  return parse_json(call(loaded_core(), name, request)).value();
}

std::string verdict_of(std::string_view name, const std::string& request) {
  return test::verdict_on(call(loaded_core(), name, request));
}

std::vector<double> numbers_of(const Value& list) {
  std::vector<double> out;
  for (const Value& item : *list.list()) out.push_back(*item.number());
  return out;
}

std::vector<double> encoded(const std::string& request, std::string_view text) {
  const Value answer = parse_json(encode_call(loaded_core(), request, text)).value();
  return numbers_of(test::at(answer, {"value", "ids"}));
}

using Ids = std::vector<double>;

TEST_CASE("ids start where the vocabulary's do") {
  CHECK(encoded(R"({"model":"gpt-5"})", "Hello, world!") == Ids{13225, 11, 2375, 0});
  CHECK(encoded(R"({"encoding":"deepseek-v3"})", "Hello") == Ids{19923});
  CHECK(encoded(R"({"encoding":"tekken"})", "Hello") == Ids{22177});
}

TEST_CASE("special tokens are text unless they are allowed, all or some") {
  const char* const text = "a<|start|><|end|>";
  CHECK(encoded(R"({"encoding":"o200k_harmony"})", text).size() == 10);
  CHECK(encoded(R"({"encoding":"o200k_harmony","allowSpecial":true})", text) ==
        Ids{64, 200006, 200007});
  CHECK(encoded(R"({"encoding":"o200k_harmony","allowSpecial":["<|end|>"]})", text).back() ==
        200007);
  CHECK(encoded(R"({"encoding":"o200k_harmony","allowSpecial":false})", text).size() == 10);
}

TEST_CASE("reserved tokens are special within their range only") {
  const std::string all = R"({"encoding":"o200k_harmony","allowSpecial":true})";
  CHECK(encoded(all, "<|reserved_201087|>") == Ids{201087});
  CHECK(encoded(all, "<|reserved_201088|>").size() > 1);
  CHECK(encoded(all, "<|reserved_0200500|>").size() > 1);
  CHECK(encoded(all, "<|reserved_99999999999|>").size() > 1);
}

TEST_CASE("an encoding without ids, a special token it lacks, a wrong key are refused") {
  const auto verdict = [](const char* request) {
    return test::verdict_on(encode_call(loaded_core(), request, "x"));
  };
  CHECK(verdict(R"({"model":"claude-opus-4-5"})") == "unknown_encoding /encoding");
  CHECK(verdict(R"({"encoding":"o200k_base","allowSpecial":["<|start|>"]})") ==
        "out_of_range /allowSpecial/0");
  CHECK(verdict(R"({"encoding":"o200k_base","allowSpecial":3})") == "invalid_type /allowSpecial");
  CHECK(verdict(R"({"encoding":"o200k_base","special":true})") == "unknown_key /special");
}

TEST_CASE("decode gives the text of ids, special ones included") {
  const Value answer = ask("decode", R"({"encoding":"o200k_harmony","ids":[200006,13225,201087]})");
  CHECK(*test::at(answer, {"value", "text"}).text() == "<|start|>Hello<|reserved_201087|>");
}

TEST_CASE("ids that end within a character give U+FFFD, unknown ones an error") {
  const Value answer = ask("decode", R"({"encoding":"qwen2.5","ids":[162]})");
  CHECK(*test::at(answer, {"value", "text"}).text() == "\xEF\xBF\xBD");
  CHECK(verdict_of("decode", R"({"encoding":"tekken","ids":[1,1000,131072]})") ==
        "out_of_range /ids/2");
  CHECK(verdict_of("decode", R"({"encoding":"tekken","ids":[1.5]})") == "out_of_range /ids/0");
  CHECK(verdict_of("decode", R"({"encoding":"tekken","ids":[-1]})") == "out_of_range /ids/0");
  CHECK(verdict_of("decode", R"({"encoding":"tekken"})") == "missing_key /ids");
}

TEST_CASE("every special token of the catalog has an id of its own that no vocabulary uses") {
  for (const Encoding& encoding : shipped_catalog().encodings) {
    for (const SpecialToken& token : encoding.special_tokens.named) {
      CAPTURE(encoding.id, token.text);
      const std::string request = R"({"encoding":")" + encoding.id + R"(","allowSpecial":true})";
      CHECK(encoded(request, token.text) == Ids{static_cast<double>(token.id)});
    }
  }
}

}  // namespace
}  // namespace gramme
