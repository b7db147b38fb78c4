// Tokens as providers report them become the tokens of an exchange.
#include "api/door.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

/// The answer's value as it is written.
std::string usage_of(const std::string& report, const std::string& before = "null") {
  const std::string request = R"({"report":)" + report + R"(,"before":)" + before + "}";
  const std::string answer = call(test::core(), "usageOf", request);
  const std::string_view head = R"({"ok":true,"value":)";
  if (answer.rfind(head, 0) != 0) return test::verdict_on(answer);
  return answer.substr(head.size(), answer.size() - head.size() - 1);
}

std::string tokens(int input, int cached, int output, int reasoning) {
  return R"({"inputTokens":)" + std::to_string(input) + R"(,"cachedInputTokens":)" +
         std::to_string(cached) + R"(,"outputTokens":)" + std::to_string(output) +
         R"(,"reasoningTokens":)" + std::to_string(reasoning) + "}";
}

TEST_CASE("every provider's words come to the same tokens", "[api]") {
  const std::string expected = tokens(700, 300, 50, 20);
  // OpenAI: chat completions, responses
  CHECK(usage_of(R"({"prompt_tokens":1000,"completion_tokens":50,"total_tokens":1050,
    "prompt_tokens_details":{"cached_tokens":300},
    "completion_tokens_details":{"reasoning_tokens":20}})") == expected);
  CHECK(usage_of(R"({"input_tokens":1000,"output_tokens":50,"input_tokens_details":
    {"cached_tokens":300},"output_tokens_details":{"reasoning_tokens":20}})") == expected);
  // Google counts thoughts beside the answer.
  CHECK(usage_of(R"({"promptTokenCount":1000,"cachedContentTokenCount":300,
    "candidatesTokenCount":30,"thoughtsTokenCount":20,"totalTokenCount":1050})") == expected);
  // AI SDK
  CHECK(usage_of(R"({"inputTokens":1000,"outputTokens":50,"totalTokens":1050,
    "inputTokenDetails":{"noCacheTokens":700,"cacheReadTokens":300},
    "outputTokenDetails":{"textTokens":30,"reasoningTokens":20}})") == expected);
  // OpenTelemetry
  CHECK(usage_of(R"({"gen_ai.usage.input_tokens":1000,"gen_ai.usage.output_tokens":50,
    "gen_ai.usage.cache_read.input_tokens":300,
    "gen_ai.usage.reasoning.output_tokens":20})") == expected);
  // Anthropic counts its cache beside the input; what it writes there is read for the first time.
  CHECK(usage_of(R"({"input_tokens":600,"cache_creation_input_tokens":100,
    "cache_read_input_tokens":300,"output_tokens":50})") == tokens(700, 300, 50, 0));
}

TEST_CASE("reports of one stream are of all of it so far", "[api]") {
  const std::string start =
      usage_of(R"({"input_tokens":10,"cache_read_input_tokens":300,"output_tokens":1})");
  CHECK(start == tokens(10, 300, 1, 0));
  CHECK(usage_of(R"({"output_tokens":80})", start) == tokens(10, 300, 80, 0));
  CHECK(usage_of(R"({"output_tokens":5})", tokens(10, 0, 80, 0)) == tokens(10, 0, 80, 0));
}

TEST_CASE("what was not told stays unknown", "[api]") {
  const std::string nothing = R"({"inputTokens":null,"cachedInputTokens":null,"outputTokens":null,)"
                              R"("reasoningTokens":null})";
  CHECK(usage_of("{}") == nothing);
  CHECK(usage_of(R"({"prompt_tokens":null,"service_tier":"default"})") == nothing);
  CHECK(usage_of(R"({"completion_tokens":4})") ==
        R"({"inputTokens":null,"cachedInputTokens":null,"outputTokens":4,"reasoningTokens":0})");
}

TEST_CASE("reports that cannot be are refused", "[api]") {
  CHECK(usage_of(R"({"prompt_tokens":5,"prompt_tokens_details":{"cached_tokens":6}})") ==
        "out_of_range /report");
  CHECK(usage_of(R"({"prompt_tokens":-1})") == "out_of_range /report");
  CHECK(usage_of(R"({"prompt_tokens":1e300})") == "out_of_range /report");
  CHECK(usage_of("[1]") == "invalid_type /report");
  CHECK(usage_of("{}", R"({"inputTokens":-5})") == "out_of_range /before/inputTokens");
}

}  // namespace
}  // namespace gramme
