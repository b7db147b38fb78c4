#include "usage/response.hpp"

#include "catch.hpp"

using namespace gramme;

namespace {

Response read(std::string_view line) { return read_response(line, Calendar{}); }

}  // namespace

TEST_CASE("cached tokens are a part of OpenAI's input, and beside Anthropic's") {
  const Response openai = read(
      R"({"id":"chatcmpl-1","model":"gpt-4o","usage":{"prompt_tokens":1000,"completion_tokens":300,)"
      R"("total_tokens":1300,"prompt_tokens_details":{"cached_tokens":400}}})");
  REQUIRE(openai.state == ResponseState::usage);
  CHECK(openai.tokens.input == 1000.0);
  CHECK(openai.tokens.cached == 400.0);
  const Response anthropic = read(
      R"({"id":"msg_1","model":"claude","usage":{"input_tokens":10,"cache_creation_input_tokens":200,)"
      R"("cache_read_input_tokens":3000,"output_tokens":250}})");
  // 10 new and 200 written to the cache are read anew; 3000 come from it.
  CHECK(anthropic.tokens.input == 3210.0);
  CHECK(anthropic.tokens.cached == 3000.0);
  CHECK(anthropic.platform == "anthropic");
}

TEST_CASE("reasoning is a part of the output, or beside it where the total says so") {
  const Response within =
      read(R"({"usage":{"prompt_tokens":10,"completion_tokens":50,"total_tokens":60,)"
           R"("completion_tokens_details":{"reasoning_tokens":40}}})");
  CHECK(within.tokens.output == 50.0);
  const Response beside =
      read(R"({"usage":{"prompt_tokens":10,"completion_tokens":50,"total_tokens":100,)"
           R"("completion_tokens_details":{"reasoning_tokens":40}}})");
  CHECK(beside.tokens.output == 90.0);
  const Response google =
      read(R"({"usageMetadata":{"promptTokenCount":50,"candidatesTokenCount":20,)"
           R"("thoughtsTokenCount":30,"totalTokenCount":100},"modelVersion":"gemini-2.5-pro"})");
  CHECK(google.tokens.output == 50.0);
  CHECK(google.tokens.reasoning == 30.0);
  CHECK(google.model == "gemini-2.5-pro");
}

TEST_CASE("usage within texts, messages and tools is none of the answer's") {
  CHECK(read(R"({"content":"{\"usage\":{\"prompt_tokens\":9}}"})").state ==
        ResponseState::no_usage);
  CHECK(read(R"({"messages":[{"usage":{"prompt_tokens":9,"completion_tokens":1}}]})").state ==
        ResponseState::no_usage);
  CHECK(read(R"({"input":{"usage":{"prompt_tokens":9,"completion_tokens":1}}})").state ==
        ResponseState::no_usage);
}

TEST_CASE("the model beside the usage is taken, also when a record around it names another") {
  const Response response =
      read(R"({"model":"alias","timestamp":"2026-01-02T03:04:05Z",)"
           R"("response":{"usage":{"prompt_tokens":1,"completion_tokens":2},"model":"gpt-4o"}})");
  CHECK(response.model == "gpt-4o");
  CHECK(response.moment.day == *day_of_date("2026-01-02"));
}

TEST_CASE("what is no JSON, cut off or contradicts itself is told apart") {
  CHECK(read(R"({"id":"chatcmpl-)").state == ResponseState::not_json);
  CHECK(read(R"({"a":1}])").state == ResponseState::not_json);
  CHECK(read("nonsense").state == ResponseState::not_json);
  CHECK(read(R"({"a":[1,2}})").state == ResponseState::not_json);
  CHECK(read(R"({"usage":{"prompt_tokens":1,"completion_tokens":2,)"
             R"("prompt_tokens_details":{"cached_tokens":5}}})")
            .state == ResponseState::contradictory);
  CHECK(read(R"({"usage":{"prompt_tokens":-1,"completion_tokens":2}})").state ==
        ResponseState::contradictory);
  CHECK(read(R"({"usage":null})").state == ResponseState::no_usage);
}

TEST_CASE("records nested without end are refused, not followed") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  CHECK(read(R"({"a":)" + deep + "}").state == ResponseState::not_json);
  std::string records;
  for (int i = 0; i < 400; ++i) records += R"({"a":)";
  CHECK(read(records + "1" + std::string(400, '}')).state == ResponseState::no_usage);
}

TEST_CASE("days change when the clocks of the zone say so") {
  // Paris: UTC+1, from 29 March 2026 at 01:00 UTC on UTC+2.
  const Calendar paris({{0.0, 3600.0}, {1774746000.0, 7200.0}});
  CHECK(date_text(paris.at("2026-01-01T22:59:59Z")->day) == "2026-01-01");
  CHECK(date_text(paris.at("2026-01-01T23:00:00Z")->day) == "2026-01-02");
  CHECK(date_text(paris.at("2026-07-01T21:59:59Z")->day) == "2026-07-01");
  CHECK(date_text(paris.at("2026-07-01T22:00:00Z")->day) == "2026-07-02");
  CHECK(date_text(paris.at("2026-07-01T23:30:00+05:00")->day) == "2026-07-01");
  CHECK(date_text(paris.at("2026-07-01 23:30:00")->day) == "2026-07-01");
  CHECK(date_text(paris.at(1767225600.0)->day) == "2026-01-01");
  CHECK(date_text(paris.at(1767225600000.0)->day) == "2026-01-01");
  CHECK_FALSE(paris.at("2026-02-30T00:00:00Z"));
  CHECK_FALSE(paris.at("yesterday"));
  CHECK_FALSE(paris.at(12.0));
}

TEST_CASE("dates are those of the calendar, both ways") {
  for (const char* date : {"1970-01-01", "2000-02-29", "2024-02-29", "2026-12-31", "2100-03-01"}) {
    CHECK(date_text(*day_of_date(date)) == date);
  }
  CHECK(*day_of_date("1970-01-01") == 0);
  CHECK(*day_of_date("2026-01-01") == 20454);
}
