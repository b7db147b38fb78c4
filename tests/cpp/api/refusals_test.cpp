#include "api/door.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

using test::verdict;

struct Refusal {
  std::string call;
  std::string request;
  std::string verdict;
};

const std::vector<Refusal> kRefusals{
    {"", "{}", "unknown_function "},
    {"Estimate", "{}", "unknown_function "},
    {"version", "", "invalid_json "},
    {"version", "[]", "invalid_type "},
    {"version", "null", "invalid_type "},
    {"version", R"({"x":1})", "unknown_key /x"},
    {"list", "{}", "missing_key /what"},
    {"list", R"({"what":3})", "invalid_type /what"},
    {"list", R"({"what":"planets"})", "out_of_range /what"},
    {"list", R"({"what":"models","to/o~":1})", "unknown_key /to~1o~0"},
    {"resolveModel", R"({"model":3})", "invalid_type /model"},
    {"resolveModel", R"({"site":[]})", "invalid_type /site"},
    {"resolveModel", R"({"name":"gpt-5"})", "unknown_key /name"},
    {"estimate", "{}", "missing_key /outputTokens"},
    {"estimate", R"({"outputTokens":1})", "missing_key /model"},
    {"estimate", R"({"model":"gpt-5"})", "missing_key /outputTokens"},
    {"estimate", R"({"model":"gpt-5","outputTokens":"1"})", "invalid_type /outputTokens"},
    {"estimate", R"({"model":"gpt-5","outputTokens":-1})", "out_of_range /outputTokens"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1e308})", "out_of_range /outputTokens"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1e999})", "invalid_json "},
    {"estimate", R"({"model":"gpt-5","outputTokens":NaN})", "invalid_json "},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"pue":0.5})", "out_of_range /pue"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"latencySeconds":-1})",
     "out_of_range /latencySeconds"},
    {"estimate",
     R"({"model":"gpt-5","outputTokens":1,"carbonIntensityGramsCo2ePerKilowattHour":0})",
     "out_of_range /carbonIntensityGramsCo2ePerKilowattHour"},
    {"estimate", R"({"model":"gpt-5","outputTokens":{"low":2,"central":1,"high":3}})",
     "out_of_range /outputTokens"},
    {"estimate", R"({"model":"gpt-5","outputTokens":{"low":1,"high":3}})",
     "missing_key /outputTokens/central"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"region":"atlantis"})",
     "unknown_region /region"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"year":1989})", "out_of_range /year"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"year":2023.5})", "out_of_range /year"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"year":"2023"})", "invalid_type /year"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"gridTime":5})", "invalid_type /gridTime"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"gridTime":{"month":5}})",
     "missing_key /gridTime/hour"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"gridTime":{"month":0,"hour":0}})",
     "out_of_range /gridTime/month"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"gridTime":{"month":12,"hour":24}})",
     "out_of_range /gridTime/hour"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"gridTime":{"month":1,"hour":0.5}})",
     "out_of_range /gridTime/hour"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"accounting":"market"})",
     "out_of_range /accounting"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"accounting":"market-based"})",
     "market_figure_unknown /accounting"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"wueLitresPerKilowattHour":-1})",
     "out_of_range /wueLitresPerKilowattHour"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"gridWueLitresPerKilowattHour":101})",
     "out_of_range /gridWueLitresPerKilowattHour"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"method":"x"})", "unknown_method /method"},
    {"estimate", R"({"model":"gpt-5","outputTokens":1,"profile":"x"})", "unknown_method /profile"},
    {"rollUp", "{}", "missing_key /range"},
    {"rollUp", R"({"range":"week","date":"2026"})", "out_of_range /range"},
    {"rollUp", R"({"range":"year","date":"2026-01"})", "out_of_range /date"},
    {"rollUp", R"({"range":"year","date":"2026","parts":{}})", "invalid_type /parts"},
    {"rollUp", R"({"range":"year","date":"2026","parts":[1]})", "invalid_type /parts/0"},
    {"rollUp", R"({"range":"year","date":"2026","parts":[{}]})", "missing_key /parts/0/schema"},
    {"rollUp",
     R"({"range":"year","date":"2026","parts":[{"schema":2,"range":"day","date":"2026-01-01"}]})",
     "out_of_range /parts/0/schema"},
    {"rollUp",
     R"({"range":"year","date":"2026","parts":[{"schema":1,"range":"day","date":"2025-01-01"}]})",
     "out_of_range /parts/0/date"},
    {"rollUp",
     R"({"range":"year","date":"2026","parts":[{"schema":1,"range":"day","date":"2026-01-01","rows":[{}]}]})",
     "missing_key /parts/0/rows/0/site"},
    {"evaluate", "{}", "missing_key /method"},
    {"evaluate", R"({"method":"prefill-decode","profile":"h100-2026"})", "unknown_method /method"},
    {"evaluate", R"({"method":"ecologits","profile":"1"})", "unknown_method /profile"},
    {"evaluate", R"({"method":"ecologits","profile":"0.11.2"})",
     "missing_key /inputs/activeParametersBillion"},
    {"evaluate", R"({"method":"ecologits","profile":"0.11.2","constants":{"pi":3}})",
     "unknown_key /constants/pi"},
    {"evaluate", R"({"method":"ecologits","profile":"0.11.2","constants":{"batch_size":0}})",
     "out_of_range /constants/batch_size"},
};

TEST_CASE("each wrong request gets its code and the JSON pointer of the fault") {
  const Refusal refusal = GENERATE(from_range(kRefusals));
  CAPTURE(refusal.call, refusal.request);
  CHECK(verdict(refusal.call, refusal.request) == refusal.verdict);
}

TEST_CASE("hostile requests get an envelope, never an end of the program") {
  const std::string bomb = std::string(100000, '[');
  const std::string objects = [] {
    std::string out;
    for (int i = 0; i < 100000; ++i) out += "{\"a\":";
    return out;
  }();
  for (const char* name : {"version", "estimate", "evaluate", "record", "rollUp", "derive", "merge",
                           "adopt", "exportCsv", "judgeBudgets", "forecast", "compare", "list"}) {
    CAPTURE(name);
    CHECK(verdict(name, bomb) == "too_deep ");
    CHECK(verdict(name, objects) == "too_deep ");
    CHECK(verdict(name, std::string(17U << 20U, ' ')) == "too_large ");
    CHECK(verdict(name, "\"" + std::string(10U << 20U, 'x') + "\"") == "invalid_type ");
    CHECK(verdict(name, std::string("{}\0{}", 5)) == "invalid_json ");
  }
}

TEST_CASE("a model name of 10 MB is understood as an unknown model") {
  const std::string name(10U << 20U, 'z');
  const std::string answer =
      call(test::core(), "estimate", R"({"outputTokens":1,"model":")" + name + "\"}");
  CHECK(test::verdict_on(answer) == "ok");
  CHECK(answer.size() < 10000);
}

TEST_CASE("a long or broken name in a request gives a short message") {
  const std::string text(100000, 'r');
  const std::string answer = call(test::core(), "estimate",
                                  R"({"model":"gpt-5","outputTokens":1,"region":")" + text + "\"}");
  CHECK(test::verdict_on(answer) == "unknown_region /region");
  CHECK(answer.size() < 1000);
}

std::string evaluate_with(const std::string& tokens, const std::string& parameters) {
  return R"({"method":"ecologits","profile":"0.11.2","inputs":{"activeParametersBillion":)" +
         parameters + R"(,"totalParametersBillion":)" + parameters + R"(,"outputTokens":)" +
         tokens +
         R"(,"pue":1.2,"wueLitresPerKilowattHour":0,"gridWueLitresPerKilowattHour":0,)"
         R"("carbonIntensityGramsCo2ePerKilowattHour":100,"adpeKilogramsSbPerKilowattHour":0,)"
         R"("primaryEnergyMegajoulesPerKilowattHour":0}})";
}

TEST_CASE("a formula refuses inputs that mean nothing, with their place") {
  CHECK(verdict("evaluate", evaluate_with("100", "8")) == "ok");
  CHECK(verdict("evaluate", evaluate_with("100", "0")) ==
        "out_of_range /inputs/totalParametersBillion");
  CHECK(verdict("evaluate", evaluate_with("-5", "8")) == "out_of_range /inputs/outputTokens");
  CHECK(verdict("evaluate", evaluate_with("1e308", "8")) == "out_of_range /inputs/outputTokens");
}

TEST_CASE("a formula whose result is no number says so instead of answering null") {
  std::string request = evaluate_with("100", "8");
  request.insert(1, R"("constants":{"gpu_energy_beta":1000,"batch_size":1000},)");
  CHECK(verdict("evaluate", request) == "out_of_range /inputs");
}

}  // namespace
}  // namespace gramme
