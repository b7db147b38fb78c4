// Budgets of services: sums, verdicts and resets, worked out by hand.
#include "gramme/service_budget.hpp"

#include "catch.hpp"

namespace gramme {
namespace {

ServiceRow row_of(const std::string& service, const std::string& language, double grams) {
  ServiceRow row{service, language, {}};
  row.use.methodology = "m";
  row.use.requests = 1.0;
  row.use.grams_co2e = {0.5 * grams, grams, 2.0 * grams};
  row.use.energy_watt_hours = exactly(10.0 * grams);
  row.use.prompt_tokens = exactly(100.0);
  row.use.output_tokens = exactly(20.0);
  return row;
}

ServiceBudget budget_of(const std::string& language, PeriodKind kind, double limit) {
  ServiceBudget budget;
  budget.id = "b";
  budget.service = "s";
  budget.language = language;
  budget.kind = kind;
  budget.limit = limit;
  return budget;
}

ServiceState used(const std::string& day, const std::vector<ServiceRow>& rows) {
  ServiceState state;
  for (const ServiceRow& row : rows) add_use(state, {}, day, row);
  return state;
}

/// The verdict of one budget alone.
ServiceBudgetVerdict verdict_of(const ServiceBudget& budget, const ServiceState& state,
                                const std::string& day, double in_flight = 0.0) {
  return judge_services({budget}, state, day, {{"s", "fr", in_flight}}).front();
}

TEST_CASE("a use counts in its day and in its month") {
  ServiceState state = used("2026-01-31", {row_of("s", "fr", 2.0), row_of("s", "fr", 3.0)});
  add_use(state, {}, "2026-02-01", row_of("s", "fr", 7.0));
  REQUIRE(state.days.size() == 2);
  CHECK(state.days[0].rows.front().use.grams_co2e == Range{2.5, 5.0, 10.0});
  CHECK(state.months[0].date == "2026-01");
  CHECK(state.months[0].rows.front().use.requests == 2.0);
  CHECK(state.months[1].rows.front().use.grams_co2e.central == 7.0);
}

TEST_CASE("uses give the same sums in whatever order they are added") {
  const std::vector<ServiceRow> rows{row_of("s", "fr", 1.0), row_of("s", "en", 2.0),
                                     row_of("t", "fr", 4.0)};
  const ServiceSums one = sums_of(used("2026-01-15", rows).days, "2026-01-15");
  const ServiceSums other =
      sums_of(used("2026-01-15", {rows[2], rows[0], rows[1]}).days, "2026-01-15");
  CHECK(one.total.grams_co2e.central == 7.0);
  REQUIRE(one.by_service_and_language.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(one.by_service_and_language[i].service == other.by_service_and_language[i].service);
    CHECK(one.by_service_and_language[i].use.grams_co2e ==
          other.by_service_and_language[i].use.grams_co2e);
  }
}

TEST_CASE("sums by service and by language add up to the total") {
  const ServiceSums sums = sums_of(
      used("2026-01-15", {row_of("s", "fr", 1.0), row_of("s", "en", 2.0), row_of("t", "fr", 4.0)})
          .months,
      "2026-01");
  REQUIRE(sums.by_service.size() == 2);
  CHECK(sums.by_service[0].use.grams_co2e.central == 3.0);
  CHECK(sums.by_service[1].use.grams_co2e.central == 4.0);
  REQUIRE(sums.by_language.size() == 2);
  CHECK(sums.by_language[0].language == "en");
  CHECK(sums.by_language[1].use.grams_co2e.central == 5.0);
  CHECK(sums.total.requests == 3.0);
}

TEST_CASE("the latest 62 days and 24 months are kept, whatever order they come in") {
  ServiceState state;
  add_use(state, {}, "2030-01-01", row_of("s", "fr", 1.0));
  for (int month = 1; month <= 9; ++month) {
    for (int year = 2023; year <= 2026; ++year) {
      for (const char* day : {"05", "15", "25"}) {
        add_use(state, {}, std::to_string(year) + "-0" + std::to_string(month) + "-" + day,
                row_of("s", "fr", 1.0));
      }
    }
  }
  CHECK(state.days.size() == kMostServiceDays);
  CHECK(state.months.size() == kMostServiceMonths);
  CHECK(state.days.back().date == "2030-01-01");
  CHECK(state.months.front().date == "2024-05");
}

TEST_CASE("a budget is warned of from its share on, and throttles at its limit") {
  struct Case {
    double grams;
    Admission admission;
    AdmissionReason reason;
  };
  for (const Case& at : {Case{7.9, Admission::allow, AdmissionReason::within},
                         Case{8.0, Admission::warn, AdmissionReason::warn_share_reached},
                         Case{9.9, Admission::warn, AdmissionReason::warn_share_reached},
                         Case{10.0, Admission::throttle, AdmissionReason::limit_reached},
                         Case{25.0, Admission::throttle, AdmissionReason::limit_reached}}) {
    CAPTURE(at.grams);
    const ServiceBudgetVerdict verdict =
        verdict_of(budget_of("fr", PeriodKind::day, 10.0),
                   used("2026-01-15", {row_of("s", "fr", at.grams)}), "2026-01-15");
    CHECK(verdict.admission == at.admission);
    CHECK(verdict.reason == at.reason);
    CHECK(verdict.share == Approx(at.grams / 10.0));
  }
}

TEST_CASE("requests in flight count as the mean of those before") {
  const ServiceState state = used("2026-01-15", {row_of("s", "fr", 1.0), row_of("s", "fr", 3.0)});
  const ServiceBudget budget = budget_of("", PeriodKind::day, 10.0);
  CHECK(verdict_of(budget, state, "2026-01-15", 1.0).reckoned_share == Approx(0.6));
  CHECK(verdict_of(budget, state, "2026-01-15", 2.0).admission == Admission::warn);
  const ServiceBudgetVerdict full = verdict_of(budget, state, "2026-01-15", 3.0);
  CHECK(full.admission == Admission::throttle);
  CHECK(full.reason == AdmissionReason::in_flight_fills_limit);
  CHECK(full.share == Approx(0.4));
}

TEST_CASE("on a new day the mean is that of the latest month, until there is one of the day") {
  const ServiceState state = used("2026-01-31", {row_of("s", "fr", 4.0)});
  const ServiceBudget budget = budget_of("fr", PeriodKind::day, 10.0);
  CHECK(verdict_of(budget, state, "2026-02-01", 2.0).reckoned_share == Approx(0.8));
  CHECK(verdict_of(budget, ServiceState{}, "2026-02-01", 99.0).reckoned_share == 0.0);
}

TEST_CASE("a day's budget begins anew the next day, a month's on the first") {
  const ServiceState state = used("2026-12-31", {row_of("s", "fr", 50.0)});
  const ServiceBudget day = budget_of("", PeriodKind::day, 10.0);
  const ServiceBudget month = budget_of("", PeriodKind::month, 10.0);
  CHECK(verdict_of(day, state, "2026-12-31").resets_on == "2027-01-01");
  CHECK(verdict_of(month, state, "2026-12-31").resets_on == "2027-01-01");
  CHECK(verdict_of(month, state, "2026-12-31").admission == Admission::throttle);
  CHECK(verdict_of(day, state, "2027-01-01").used == Range{});
  CHECK(verdict_of(month, state, "2027-01-01").admission == Admission::allow);
  CHECK(verdict_of(month, {}, "2026-01-31").resets_on == "2026-02-01");
  CHECK(verdict_of(month, {}, "2024-02-29").resets_on == "2024-03-01");
  CHECK(verdict_of(day, {}, "2024-02-28").resets_on == "2024-02-29");
}

TEST_CASE("a budget without a language holds all languages of its service and no other service") {
  const ServiceState state =
      used("2026-01-15", {row_of("s", "fr", 1.0), row_of("s", "en", 2.0), row_of("t", "fr", 4.0)});
  CHECK(verdict_of(budget_of("", PeriodKind::day, 1.0), state, "2026-01-15").used.central == 3.0);
  CHECK(verdict_of(budget_of("en", PeriodKind::day, 1.0), state, "2026-01-15").used.central == 2.0);
}

TEST_CASE("the strictest budget decides, and no budget of another service") {
  std::vector<ServiceBudget> budgets{budget_of("", PeriodKind::month, 4.0),
                                     budget_of("fr", PeriodKind::day, 2.0)};
  const ServiceState state = used("2026-01-15", {row_of("s", "fr", 2.0)});
  const auto verdicts = judge_services(budgets, state, "2026-01-15", {});
  CHECK(deciding_verdict(budgets, verdicts, "s", "fr") == &verdicts[1]);
  CHECK(deciding_verdict(budgets, verdicts, "s", "en") == &verdicts[0]);
  CHECK(deciding_verdict(budgets, verdicts, "t", "fr") == nullptr);
}

TEST_CASE("names without a budget are kept up to 64, and hide nothing from a budget") {
  const std::vector<ServiceBudget> budgets{budget_of("", PeriodKind::day, 10.0),
                                           budget_of("fr", PeriodKind::day, 10.0)};
  ServiceState state;
  for (int i = 0; i < 500; ++i) {
    add_use(state, budgets, "2026-01-15", row_of("n" + std::to_string(i), "x", 1.0));
    add_use(state, budgets, "2026-01-15", row_of("s", "l" + std::to_string(i), 1.0));
  }
  add_use(state, budgets, "2026-01-15", row_of("s", "fr", 1.0));
  CHECK(state.days.front().rows.size() <= kMostUnbudgetedNames + 3);
  const ServiceSums sums = sums_of(state.days, "2026-01-15");
  CHECK(sums.total.requests == 1001.0);
  CHECK(judge_services(budgets, state, "2026-01-15", {})[0].used.central == 501.0);
  CHECK(judge_services(budgets, state, "2026-01-15", {})[1].used.central == 1.0);
}

TEST_CASE("names are letters, digits, dots, dashes and underscores, at most 64") {
  CHECK(is_service_name("text-generation"));
  CHECK(is_service_name("pt-BR"));
  CHECK(is_service_name(std::string(64, 'a')));
  for (const std::string& name : {std::string(), std::string(65, 'a'), std::string("a b"),
                                  std::string("é"), std::string("a\"b"), std::string("a\nb")}) {
    CHECK_FALSE(is_service_name(name));
  }
}

}  // namespace
}  // namespace gramme
