#include "api/door.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

Core& loaded_core() {
  static Core instance = test::core_with({"o200k_base"});
  return instance;
}

std::string count(const std::string& request, std::string_view text) {
  return count_call(loaded_core(), request, text);
}

Value counted(const std::string& request, std::string_view text) {
  return *parse_json(count(request, text))->find("value");
}

std::vector<std::string> codes_of(const Value& value) {
  std::vector<std::string> out;
  for (const Value& warning : *value.find("warnings")->list()) {
    out.push_back(*warning.find("code")->text());
  }
  return out;
}

using Codes = std::vector<std::string>;

TEST_CASE("a public tokenizer counts exactly, without a warning") {
  const Value value = counted(R"({"model":"gpt-5"})", "Hello, world!");
  CHECK(*value.find("tokens")->number() == 4.0);
  CHECK(*value.find("kind")->text() == "exact");
  CHECK(codes_of(value).empty());
}

TEST_CASE("a tokenizer that is not public gives a range and says so") {
  const Value value = counted(R"({"model":"claude-sonnet-4-5"})", "Hello, world!");
  CHECK(value.find("tokens")->find("central")->number() != nullptr);
  CHECK(*value.find("kind")->text() == "estimated");
  CHECK(codes_of(value) == Codes{"tokens_estimated"});
}

TEST_CASE("a model outside the catalog is counted with its family's encoding and says so") {
  CHECK(codes_of(counted(R"({"model":"gpt-99"})", "x")) == Codes{"encoding_assumed"});
  CHECK(codes_of(counted(R"({"site":"chatgpt"})", "x")) == Codes{"encoding_assumed"});
  CHECK(codes_of(counted(R"({"model":"zeppelin"})", "x")) ==
        Codes{"encoding_assumed", "tokens_estimated"});
}

TEST_CASE("a wrong counting request gets its code and place") {
  const auto [request, verdict] = GENERATE(table<std::string, std::string>({
      {"{}", "missing_key /model"},
      {"[]", "invalid_type "},
      {"{", "invalid_json "},
      {R"({"encoding":"p40k_base"})", "unknown_encoding /encoding"},
      {R"({"encoding":3})", "invalid_type /encoding"},
      {R"({"text":"x"})", "unknown_key /text"},
      {R"({"encoding":"cl100k_base"})", "vocabulary_missing /encoding"},
  }));
  CAPTURE(request);
  CHECK(test::verdict_on(count(request, "x")) == verdict);
}

TEST_CASE("a text over 64 MiB is too large") {
  const std::string text((64U << 20U) + 1U, ' ');
  CHECK(test::verdict_on(count(R"({"encoding":"o200k_base"})", text)) == "too_large /text");
}

TEST_CASE("bytes that are no UTF-8 are counted, not refused") {
  CHECK(*counted(R"({"encoding":"o200k_base"})", "\xFF\xFE\xED\xA0\x80").find("tokens")->number() >
        0.0);
}

TEST_CASE("a damaged vocabulary is refused and the one loaded before stays") {
  Core core = test::core_with({"o200k_base"});
  const std::string answer = load_vocabulary_call(core, "o200k_base.gvoc", "GVOC nonsense");
  CHECK(test::verdict_on(answer).substr(0, 18) == "vocabulary_corrupt");
  CHECK(test::verdict_on(count_call(core, R"({"encoding":"o200k_base"})", "x")) == "ok");
}

}  // namespace
}  // namespace gramme
