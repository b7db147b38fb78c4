// What the formulas of `evaluate` refuse, and what they say besides numbers.
#include "api/door.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

using test::answer_of;
using test::at;
using test::verdict;

std::string request_of(const std::string& method, const std::string& inputs) {
  return R"({"method":")" + method + R"(","inputs":)" + inputs + "}";
}

struct Refusal {
  const char* method;
  const char* inputs;
  const char* verdict;
};

const std::vector<Refusal> kRefusals = {
    {"epoch-2025", "{}", "missing_key /inputs/peakFlopPerSecond"},
    {"epoch-2025", R"({"speed":1})", "unknown_key /inputs/speed"},
    {"epoch-2025", "[]", "invalid_type /inputs"},
    {"sci", R"({"operationalGramsCo2e":1,"functionalUnits":0})",
     "out_of_range /inputs/functionalUnits"},
    {"sci", R"({"operationalGramsCo2e":"1","functionalUnits":1})",
     "invalid_type /inputs/operationalGramsCo2e"},
    {"sci", R"({"operationalGramsCo2e":1e18,"functionalUnits":1e-300})", "out_of_range /inputs"},
    {"codecarbon-energy", R"({"powerWatts":-1,"seconds":1})", "out_of_range /inputs/powerWatts"},
    {"sci-teads", R"({"seconds":1,"thermalDesignPowerWatts":100,"utilization":50})",
     "out_of_range /inputs/utilization"},
    {"llmcarbon-embodied", R"({"days":1,"lifespanDays":1825})", "missing_key /inputs/components"},
    {"llmcarbon-embodied", R"({"days":1,"lifespanDays":1825,"components":[{"amount":1}]})",
     "missing_key /inputs/components/0/kilogramsCo2ePerAmount"},
};

TEST_CASE("a formula names the input that is wrong") {
  const Refusal refusal = GENERATE(from_range(kRefusals));
  CAPTURE(refusal.method, refusal.inputs);
  CHECK(verdict("evaluate", request_of(refusal.method, refusal.inputs)) == refusal.verdict);
}

TEST_CASE("a formula without a profile takes none") {
  CHECK(verdict("evaluate", R"({"method":"sci","profile":"x"})") == "unknown_key /profile");
  CHECK(verdict("evaluate", R"({"method":"sci","constants":{}})") == "unknown_key /constants");
  CHECK(verdict("evaluate", R"({"method":"per-token"})") == "missing_key /profile");
}

std::string per_token(const std::string& model, const std::string& constants) {
  return R"({"method":"per-token","profile":"claude-carbon","constants":)" + constants +
         R"(,"inputs":{"model":")" + model +
         R"(","inputTokens":0,"cacheWriteTokens":0,"cacheReadTokens":0,"outputTokens":1000000}})";
}

TEST_CASE("coefficients per token need a model that says its tier, and may be the caller's") {
  CHECK(verdict("evaluate", per_token("gpt-5", "{}")) == "unknown_model /inputs/model");
  const Value answer =
      answer_of("evaluate",
                per_token("claude-haiku", R"({"haiku_output_grams_co2e_per_million_tokens":100})"));
  CHECK(*at(answer, {"value", "gramsCo2e"}).number() == 100.0);
}

TEST_CASE("a country that is not known is answered as the world's, and that is said") {
  const auto is_default = [](const std::string& region) {
    const Value answer =
        answer_of("evaluate", request_of("codecarbon-country", R"({"energyKilowattHours":1,)"
                                                               R"("region":")" +
                                                                   region + "\"}"));
    return *at(answer, {"value", "isWorldDefault"}).flag();
  };
  CHECK_FALSE(is_default("fra"));
  CHECK(is_default("xxx"));
}

}  // namespace
}  // namespace gramme
