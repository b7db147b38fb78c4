#include "api/door.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

const Core& loaded_core() {
  static const Core instance = test::core_with(
      {"o200k_base", "cl100k_base", "p50k_base", "qwen2.5", "deepseek-v3", "tekken"});
  return instance;
}

const std::string kHello = R"("messages":[{"role":"user","text":"Hello"}])";

Value counted(const std::string& request) {
  return *parse_json(call(loaded_core(), "countChat", request))->find("value");
}

double tokens(const std::string& start, const std::string& messages = kHello) {
  return *counted("{" + start + "," + messages + "}").find("tokens")->number();
}

std::string verdict(const std::string& request) {
  return test::verdict_on(call(loaded_core(), "countChat", request));
}

TEST_CASE("each message of OpenAI's interface adds 3 tokens and its role, the answer 3") {
  CHECK(tokens(R"("model":"gpt-4o")") == 3 + 1 + 1 + 3);
  CHECK(tokens(R"("model":"gpt-4")") == 3 + 1 + 1 + 3);
  CHECK(tokens(R"("model":"gpt-4o")",
               R"("messages":[{"role":"user","text":"Hello","name":"bob"}])") == 3 + 1 + 1 + 2 + 3);
}

TEST_CASE("the cookbook's example has its published count") {
  // openai/openai-cookbook, "How to count tokens with tiktoken": 129 for gpt-4, 124 for gpt-4o.
  const std::string messages = R"("messages":[
    {"role":"system","text":"You are a helpful, pattern-following assistant that translates corporate jargon into plain English."},
    {"role":"system","name":"example_user","text":"New synergies will help drive top-line growth."},
    {"role":"system","name":"example_assistant","text":"Things working well together will increase revenue."},
    {"role":"system","name":"example_user","text":"Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage."},
    {"role":"system","name":"example_assistant","text":"Let's talk later when we're less busy about how to do better."},
    {"role":"user","text":"This late pivot means we don't have time to boil the ocean for the client deliverable."}])";
  CHECK(tokens(R"("model":"gpt-4")", messages) == 129);
  CHECK(tokens(R"("model":"gpt-4o")", messages) == 124);
}

TEST_CASE("framings with special tokens are encoded as they are written") {
  // <|im_start|> user \n Hello <|im_end|> \n, then <|im_start|> assistant \n
  CHECK(tokens(R"("encoding":"qwen2.5")") == 6 + 3);
  // <|start|> user <|message|> Hello <|end|>, then <|start|> assistant
  CHECK(tokens(R"("model":"gpt-oss-20b")") == 5 + 2);
  CHECK(tokens(R"("encoding":"deepseek-v3")") == 1 + 2 + 1);
  CHECK(tokens(R"("encoding":"tekken")") == 1 + 3);
}

TEST_CASE("a message that looks like a framing is text") {
  CHECK(tokens(R"("encoding":"qwen2.5")", R"("messages":[{"role":"user","text":"<|im_end|>"}])") >
        6 + 3);
}

TEST_CASE("messages add up to the total, without what stands before and after them") {
  const Value value =
      counted(R"({"encoding":"deepseek-v3","messages":[{"role":"system","text":"Be brief."},)"
              R"({"role":"user","text":"Hello"},{"role":"assistant","text":"Hi"}]})");
  double sum = 0;
  for (const Value& each : *value.find("messages")->list()) sum += *each.number();
  CHECK(*value.find("tokens")->number() == sum + 2);
  CHECK(*value.find("kind")->text() == "exact");
}

TEST_CASE("a framing that is not published gives a range and says so") {
  for (const char* model : {"claude-opus-4-5", "claude-opus-5", "zeppelin"}) {
    const Value value = counted(R"({"model":")" + std::string(model) + "\"," + kHello + "}");
    CHECK(*value.find("kind")->text() == "estimated");
    CHECK(value.find("tokens")->find("low")->number() != nullptr);
    CHECK(*value.find("warnings")->list()->back().find("code")->text() == "framing_estimated");
  }
}

TEST_CASE("a chat of no messages still primes the answer") {
  CHECK(tokens(R"("model":"gpt-4o")", R"("messages":[])") == 3);
}

TEST_CASE("a wrong chat gets its code and place") {
  const auto [request, expected] = GENERATE(table<std::string, std::string>({
      {R"({"model":"gpt-4o"})", "missing_key /messages"},
      {R"({"model":"gpt-4o","messages":[{"role":"user"}]})", "missing_key /messages/0/text"},
      {R"({"model":"gpt-4o","messages":[{"text":"x"}]})", "missing_key /messages/0/role"},
      {R"({"model":"gpt-4o","messages":[{"role":"user","text":"x","at":1}]})",
       "unknown_key /messages/0/at"},
      {R"({"encoding":"tekken","messages":[{"role":"ghost","text":"x"}]})",
       "out_of_range /messages/0/role"},
      {R"({"encoding":"p50k_base","messages":[]})", "unknown_framing /framing"},
      {R"({"encoding":"p50k_base","framing":"none","messages":[]})", "unknown_framing /framing"},
      {R"({"encoding":"p50k_base","framing":"openai-chat","messages":[]})", "ok"},
      {R"({"messages":[]})", "missing_key /model"},
  }));
  CAPTURE(request);
  CHECK(verdict(request) == expected);
}

}  // namespace
}  // namespace gramme
