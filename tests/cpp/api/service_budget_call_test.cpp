// Budgets of services through the door: files, entries, states, and what is refused.
#include "api/door.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

using test::answer_of;
using test::at;
using test::core;
using test::verdict;
using test::verdict_on;

const std::string kBudget =
    R"({"id":"b","service":"s","range":"day","measure":"gramsCo2e","limit":10})";

std::string weigh(const std::string& members) {
  return call(core(), "weighServiceUse", R"({"service":"s","language":"fr",)" + members + "}");
}

Value weighed(const std::string& members) {
  const Value answer = parse_json(weigh(members)).value();
  return at(answer, {"value"});
}

double central(const Value& value, std::string_view key) {
  return *at(value, {key, "central"}).number();
}

/// The state after one entry.
std::string state_with(const std::string& members, const std::string& date = "2026-01-15") {
  const Value row = at(weighed(members), {"row"});
  const Value state =
      answer_of("addServiceUse", R"({"budgets":[)" + kBudget + R"(],"uses":[{"date":")" + date +
                                     R"(","row":)" + write_json(row) + "}]}");
  return write_json(at(state, {"value"}));
}

TEST_CASE("a file of budgets is read with its usual shares") {
  const std::string answer = service_budgets_call(
      "budgets:\n- {id: day, service: s, language: fr, range: day, measure: gramsCo2e, limit: 5}\n"
      "- {id: month, service: s, range: month, measure: tokens, limit: 7, warn_share: 0.5, "
      "throttle_share: 2}\n");
  const Value document = parse_json(answer).value();
  const List& budgets = *at(document, {"value"}).list();
  REQUIRE(budgets.size() == 2);
  CHECK(*at(budgets[0], {"warnShare"}).number() == 0.8);
  CHECK(*at(budgets[0], {"throttleShare"}).number() == 1.0);
  CHECK(at(budgets[1], {"language"}).is_null());
  CHECK(*at(budgets[1], {"throttleShare"}).number() == 2.0);
}

TEST_CASE("what is wrong with a file of budgets is told with its place") {
  struct Case {
    std::string budget;
    std::string verdict;
  };
  const std::string rest = ", service: s, range: day, measure: gramsCo2e";
  for (const Case& wrong :
       {Case{"{id: a" + rest + ", limit: 0}", "out_of_range budgets[0].limit"},
        Case{"{id: a" + rest + "}", "missing_key budgets[0].limit"},
        Case{"{id: a" + rest + ", limit: 1, warnShare: 1}", "unknown_key budgets[0].warnShare"},
        Case{"{id: a" + rest + ", limit: 1, warn_share: 2}", "out_of_range budgets[0].warn_share"},
        Case{"{id: a, service: 'a b', range: day, measure: tokens, limit: 1}",
             "out_of_range budgets[0].service"},
        Case{"{id: a, service: s, range: year, measure: tokens, limit: 1}",
             "out_of_range budgets[0].range"},
        Case{"{id: a, service: s, range: day, measure: kg, limit: 1}",
             "out_of_range budgets[0].measure"},
        Case{"{id: a" + rest + ", limit: 1}\n- {id: a" + rest + ", limit: 1}",
             "duplicate_id budgets[1]"}}) {
    CHECK(verdict_on(service_budgets_call("budgets:\n- " + wrong.budget + "\n")) == wrong.verdict);
  }
  CHECK(verdict_on(service_budgets_call("budgets: []\n")) == "missing_key budgets");
  CHECK(verdict_on(service_budgets_call("- 1\n")) == "invalid_type ");
}

TEST_CASE("an exchange is weighed as estimate weighs it, and its warnings are counted") {
  const std::string exchange = R"({"model":"gpt-5","inputTokens":100,"outputTokens":500})";
  const Value use = weighed("\"exchange\":" + exchange);
  const Value estimated = at(answer_of("estimate", exchange), {"value"});
  CHECK(central(use, "gramsCo2e") == central(estimated, "gramsCo2e"));
  CHECK(central(use, "energyWattHours") == central(estimated, "energyWattHours"));
  CHECK(central(use, "tokens") == 600.0);
  const List& row = *at(use, {"row"}).list();
  CHECK(row.back().list()->back().record()->size() == at(use, {"warnings"}).list()->size());
}

TEST_CASE("a workload is weighed as decide weighs one file") {
  const Value use =
      weighed(R"("workload":{"kind":"transcription","region":"fra","audioSeconds":600})");
  const std::string matrix =
      "region: fra\nservices:\n- id: s\n  kind: transcription\n  languages:\n"
      "  - {id: fr, files_per_month: 1, audio_minutes: 10}\n";
  const Value decided = parse_json(decide_call(core(), "{}", matrix)).value();
  const Value& row = at(decided, {"value", "now", "rows"}).list()->front();
  CHECK(central(use, "gramsCo2e") == Approx(central(row, "gramsCo2ePerFile")));
  CHECK(central(use, "energyWattHours") == Approx(central(row, "wattHoursPerFile")));
  const Value text =
      weighed(R"("workload":{"kind":"translation","region":"fra","characters":4000})");
  CHECK(central(text, "tokens") > 1000.0);
}

TEST_CASE("measured energy gets the carbon of its place, and carbon alone leaves energy unknown") {
  const Value energy = weighed(R"("measured":{"energyWattHours":1000,"region":"fra","pue":1})");
  CHECK(central(energy, "energyWattHours") == Approx(1000.0));
  CHECK(central(energy, "gramsCo2e") > 10.0);
  const Value carbon = weighed(R"("measured":{"gramsCo2e":{"low":1,"central":2,"high":3}})");
  CHECK(central(carbon, "gramsCo2e") == 2.0);
  CHECK(*at(at(carbon, {"warnings"}).list()->front(), {"code"}).text() == "energy_unknown");
}

TEST_CASE("entries that say nothing, or two things, are refused with their place") {
  CHECK(verdict_on(weigh(R"("requests":1)")) == "missing_key /exchange");
  CHECK(verdict_on(weigh(R"("measured":{"gramsCo2e":1},"workload":{"kind":"x"})")) ==
        "missing_key /exchange");
  CHECK(verdict_on(weigh(R"("measured":{})")) == "missing_key /measured/gramsCo2e");
  CHECK(verdict_on(weigh(R"("measured":{"gramsCo2e":-1})")) == "out_of_range /measured/gramsCo2e");
  CHECK(verdict_on(weigh(R"("workload":{"kind":"dictation"})")) == "dangling_reference /workload");
  CHECK(verdict_on(weigh(R"("workload":{"kind":"transcription"})")) == "missing_key /workload");
  CHECK(verdict_on(weigh(R"("exchange":{"model":"gpt-5"})")) ==
        "missing_key /exchange/outputTokens");
  CHECK(verdict_on(weigh(R"("exchange":{"model":"gpt-5","outputTokens":1,"region":"zzz"})"))
            .rfind("unknown_region /exchange", 0) == 0);
}

TEST_CASE("a use is added, judged and reported") {
  const std::string state = state_with(R"("measured":{"gramsCo2e":9})");
  const std::string budgets = R"("budgets":[)" + kBudget + "]";
  const Value judged =
      answer_of("judgeService", "{" + budgets + R"(,"date":"2026-01-15","service":"s",)" +
                                    R"("language":"fr","state":)" + state + "}");
  CHECK(*at(judged, {"value", "verdict"}).text() == "warn");
  CHECK(*at(judged, {"value", "deciding", "share"}).number() == Approx(0.9));
  CHECK(*at(judged, {"value", "deciding", "resetsOn"}).text() == "2026-01-16");
  const Value report =
      answer_of("reportServices", "{" + budgets + R"(,"date":"2026-01-15","state":)" + state + "}");
  CHECK(*at(report, {"value", "day", "total", "requests"}).number() == 1.0);
  CHECK(*at(report, {"value", "month", "total", "perRequest", "gramsCo2e", "central"}).number() ==
        9.0);
  const Value csv =
      answer_of("reportServices",
                "{" + budgets + R"(,"date":"2026-01-15","format":"csv","state":)" + state + "}");
  CHECK(at(csv, {"value"}).text()->find("month,2026-01,s,fr,1,") != std::string::npos);
}

TEST_CASE("without a budget of its name a request is let in") {
  const Value judged =
      answer_of("judgeService",
                R"({"budgets":[],"state":null,"date":"2026-01-15","service":"s","language":"fr"})");
  CHECK(*at(judged, {"value", "verdict"}).text() == "allow");
  CHECK(at(judged, {"value", "deciding"}).is_null());
}

TEST_CASE("a state is read strictly") {
  struct Case {
    std::string state;
    std::string verdict;
  };
  for (const Case& wrong :
       {Case{R"({"schema":2})", "out_of_range /state/schema"},
        Case{R"({"schema":1,"years":[]})", "unknown_key /state/years"},
        Case{R"({"schema":1,"days":[{"date":"2026-02-30","rows":[]}]})",
             "out_of_range /state/days/0/date"},
        Case{R"({"schema":1,"days":[{"date":"2026-01-02"},{"date":"2026-01-01"}]})",
             "out_of_range /state/days/1/date"},
        Case{R"({"schema":1,"days":[{"date":"2026-01-02","rows":[["a","b"]]}]})",
             "invalid_type /state/days/0/rows/0"},
        Case{R"({"schema":1,"days":[{"date":"2026-01-02","rows":[["a b","b",[]]]}]})",
             "out_of_range /state/days/0/rows/0/0"},
        Case{R"({"schema":1,"days":[{"date":"2026-01-02","rows":[["a","b",[1]]]}]})",
             "invalid_type /state/days/0/rows/0/2"},
        Case{"[]", "invalid_type /state"}}) {
    CHECK(verdict("addServiceUse", R"({"uses":[],"state":)" + wrong.state + "}") == wrong.verdict);
  }
}

}  // namespace
}  // namespace gramme
