#include "api/door.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

using test::answer_of;
using test::at;
using test::verdict;

const std::string kRequest = R"({"model":"gpt-4o","inputTokens":100,"outputTokens":300})";

TEST_CASE("explain answers with the members of estimate and an explanation") {
  const Value explained = answer_of("explain", kRequest);
  const Value estimated = answer_of("estimate", kRequest);
  for (const Member& member : *at(estimated, {"value"}).record()) {
    CAPTURE(member.key);
    CHECK(write_json(*at(explained, {"value"}).find(member.key)) == write_json(member.value));
  }
  CHECK(at(explained, {"value", "explanation", "factors"}).list()->size() > 10);
  CHECK(*at(explained, {"value", "explanation", "carbon", "name"}).text() == "carbon");
}

TEST_CASE("keys of what is sent again and attached are checked") {
  const auto with = [](const std::string& more) {
    return verdict("estimate", R"({"model":"gpt-4o","outputTokens":1,)" + more + "}");
  };
  CHECK(with(R"("contextTokens":{"low":1,"central":2,"high":3})") == "ok");
  CHECK(with(R"("contextTokens":-1)") == "out_of_range /contextTokens");
  CHECK(with(R"("contextAgeSeconds":"long")") == "invalid_type /contextAgeSeconds");
  CHECK(with(R"("reasoningSeconds":-3)") == "out_of_range /reasoningSeconds");
  CHECK(with(R"("attachments":{"images":1,"imageWidthPixels":10})") == "missing_key /attachments");
  CHECK(with(R"("attachments":{"sounds":1})") == "unknown_key /attachments/sounds");
  CHECK(with(R"("attachments":{"images":1,"imageWidthPixels":0,"imageHeightPixels":1})") ==
        "out_of_range /attachments/imageWidthPixels");
}

TEST_CASE("recompute gives the period it was given back, by today's method") {
  const Value recorded = answer_of(
      "record",
      R"({"exchange":{"site":"chatgpt","model":"gpt-4o","inputTokens":9,"outputTokens":99,)"
      R"("contextTokens":500,"contextAgeSeconds":9,"method":"ecologits"},"date":"2026-01-15",)"
      R"("zone":"","device":"here"})");
  const std::string day = write_json(at(recorded, {"value", "day"}));
  const Value again = answer_of("recompute", "{\"period\":" + day + "}");
  const Value& row = at(again, {"value", "period", "rows"}).list()->front();
  CHECK(at(row, {"methodology"}).text()->find("/roofline/") != std::string::npos);
  CHECK(*at(row, {"contextTokens", "central"}).number() == 500.0);
  CHECK(at(again, {"value", "changes"}).list()->size() == 1);
  CHECK(verdict("recompute", "{}").find("missing_key") == 0);
  CHECK(verdict("recompute", "{\"period\":" + day + ",\"method\":\"astrology\"}") ==
        "unknown_method /method");
}

TEST_CASE("rows of earlier versions, without the newer token kinds, are still read") {
  const std::string row =
      R"({"site":"chatgpt","modelId":"gpt-4o","region":"usa","methodology":"2026.11.1/ecologits/0.11.2",)"
      R"("requests":1,"prompts":1,"estimatedRequests":0,"promptTokens":{"low":9,"central":9,"high":9},)"
      R"("cachedInputTokens":{"low":0,"central":0,"high":0},"outputTokens":{"low":9,"central":9,"high":9},)"
      R"("energyWattHours":{"low":1,"central":1,"high":1},"gramsCo2e":{"low":1,"central":1,"high":1},)"
      R"("waterLitres":{"low":1,"central":1,"high":1},"waterUnknownRequests":0,"warnings":{}})";
  const std::string day = R"({"schema":1,"range":"day","date":"2026-01-15","rows":[)" + row + "]}";
  CHECK(verdict("rollUp", R"({"range":"month","date":"2026-01","parts":[)" + day + "]}") == "ok");
  CHECK(verdict("recompute", "{\"period\":" + day + "}") == "ok");
}

}  // namespace
}  // namespace gramme
