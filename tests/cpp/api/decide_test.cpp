// Scores, advice and projections, worked out by hand.
#include "api/decide_support.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

using test::codes_of;
using test::decided;
using test::measured_matrix;
using test::number_at;
using test::row_of;
using test::text_at;

const std::string kTwoCriteria =
    "- {id: a, weight: 3, bounds: {low: 0, high: 10}}\n"
    "- {id: b, weight: 1, bounds: {low: 0, high: 10}}\n";

const std::string kCarbon = "- {id: carbon, weight: 1, bounds: {low: 0, high: 10}}\n";

/// A row of 100 g a file.
std::string row(const std::string& members) {
  return "  - {watt_hours_per_file: 1, grams_co2e_per_file: 100, " + members + "}\n";
}

TEST_CASE("a score is the weighted sum of the scaled criteria, and rows are ranked by it") {
  const Value answer = decided(
      measured_matrix(kTwoCriteria, row("id: x, files_per_month: 1, values: {a: 0, b: 10}") +
                                        row("id: y, files_per_month: 1, values: {a: 10, b: 0}")));
  CHECK(text_at(row_of(answer, 0), {"language"}) == "y");
  CHECK(number_at(row_of(answer, 0), {"score"}) == Approx(0.75));
  CHECK(number_at(row_of(answer, 1), {"score"}) == Approx(0.25));
}

TEST_CASE("what is not known is left out, and the other weights take its place") {
  const Value answer = decided(
      measured_matrix(kTwoCriteria, row("id: x, files_per_month: 1, values: {a: 5}") +
                                        row("id: y, files_per_month: 1, values: {a: 5, b: 5}")));
  CHECK(number_at(row_of(answer, 0), {"score"}) == Approx(0.5));
  CHECK(number_at(row_of(answer, 0), {"scoredShare"}) == Approx(0.75));
  CHECK(number_at(row_of(answer, 1), {"score"}) == Approx(0.5));
  CHECK(codes_of(answer) == "value_missing ");
}

TEST_CASE("a row alone is not scaled to 0: what tells no rows apart is left out or has a scale") {
  const std::string criteria = "- {id: carbon, weight: 9}\n";
  const std::string hours = "- {id: scalability, weight: 1}\n";
  // An hour for each of 365.25 files is half of a month of 730.5 hours.
  const std::string alone = row("id: x, files_per_month: 365.25, seconds_per_file: 3600");
  const Value none = decided(measured_matrix(criteria, alone));
  CHECK(row_of(none, 0).find("score")->is_null());
  CHECK(row_of(none, 0).find("advice")->is_null());
  CHECK(codes_of(none) == "criterion_without_spread advice_withheld ");
  const Value half = decided(measured_matrix(criteria + hours, alone));
  CHECK(number_at(row_of(half, 0), {"score"}) == Approx(0.5));
  // A tenth of the weights is too little to advise on.
  CHECK(row_of(half, 0).find("advice")->is_null());
  CHECK(codes_of(half) == "criterion_without_spread bounds_by_definition advice_withheld ");
}

TEST_CASE("scales of the rows go from the least to the largest value") {
  const Value answer = decided(
      measured_matrix("- {id: carbon, weight: 1}\n", row("id: x, files_per_month: 100") +
                                                         row("id: y, files_per_month: 200") +
                                                         row("id: z, files_per_month: 300")));
  CHECK(number_at(row_of(answer, 0), {"score"}) == 1.0);
  CHECK(number_at(row_of(answer, 1), {"score"}) == Approx(0.5));
  CHECK(number_at(row_of(answer, 2), {"score"}) == 0.0);
}

TEST_CASE("where less is worse the scale is turned round") {
  const Value answer = decided(measured_matrix(
      "- {id: quality, weight: 1, unit: points, worse: less, bounds: {low: 0, high: 10}}\n",
      row("id: x, files_per_month: 1, values: {quality: 2}")));
  CHECK(number_at(row_of(answer, 0), {"score"}) == Approx(0.8));
}

TEST_CASE("advice names how many files it takes, and what is saved") {
  struct Case {
    std::string members;
    std::string advice;
    std::string reason;
    double saved_grams;
  };
  // 100 g a file on a scale to 10 kg: below 0.6 up to 59 files.
  const auto [members, advice, reason, saved_grams] = GENERATE(values<Case>({
      {"files_per_month: 20", "activate", "below_monitor", 0.0},
      {"files_per_month: 30", "monitor", "from_monitor", 0.0},
      {"files_per_month: 70", "reduce_volume", "volume_drives", 1100.0},
      {"files_per_month: 90", "deactivate", "from_deactivate", 9000.0},
      {"files_per_month: 90, criticality: 0.9", "reduce_volume", "criticality_protects", 3100.0},
  }));
  const Value found = row_of(decided(measured_matrix(kCarbon, row("id: x, " + members))), 0);
  CAPTURE(members);
  CHECK(text_at(found, {"advice"}) == advice);
  CHECK(text_at(found, {"reason"}) == reason);
  CHECK(number_at(found, {"savesGramsCo2ePerMonth", "central"}) ==
        Approx(saved_grams).margin(1e-9));
  if (advice == "reduce_volume") CHECK(number_at(found, {"reducedFilesPerMonth"}) == 59.0);
}

TEST_CASE("where fewer files do not help a row is throttled, which saves what growth would add") {
  const Value found =
      row_of(decided(measured_matrix("- {id: cpu, weight: 1, bounds: {low: 0, high: 1}}\n",
                                     row("id: x, files_per_month: 100, cpu_share: 0.7, "
                                         "growth_per_month: 0.1"))),
             0);
  CHECK(text_at(found, {"advice"}) == "throttle");
  CHECK(text_at(found, {"reason"}) == "volume_does_not_help");
  CHECK(number_at(found, {"savesGramsCo2ePerMonth", "central"}) == Approx(1000.0));
}

TEST_CASE("a critical service is never advised to be deactivated, however high its score") {
  for (const char* criticality : {"0.8", "0.9", "1"}) {
    const Value found =
        row_of(decided(measured_matrix(
                   "- {id: cpu, weight: 1, bounds: {low: 0, high: 1}}\n",
                   row(std::string("id: x, files_per_month: 1, cpu_share: 1, criticality: ") +
                       criticality))),
               0);
    CHECK(text_at(found, {"advice"}) == "throttle");
    CHECK(text_at(found, {"reason"}) == "criticality_protects");
  }
}

TEST_CASE("impact is a geometric mean, and what is wholly critical is kept") {
  const std::string scales =
      "criteria_set: impact\ncriteria:\n- {id: carbon, bounds: {low: 0, high: 10}}\n"
      "- {id: frequency, bounds: {low: 0, high: 100}}\n- {id: cost, bounds: {low: 0, high: 100}}\n";
  const auto matrix = [&](const std::string& criticality) {
    return "region: fra\npue: 1\nmethod: impact\n" + scales +
           "services:\n- id: s\n  kind: measured\n  languages:\n" +
           row("id: x, files_per_month: 90, cost_per_file: 0.4, criticality: " + criticality);
  };
  // (0.9 carbon x 0.9 files x 0.36 cost x 0.9 less critical) ^ 1/4 = 0.2624 ^ 0.25
  const Value kept = row_of(decided(matrix("1")), 0);
  const Value judged = row_of(decided(matrix("0.1")), 0);
  CHECK(number_at(judged, {"score"}) == Approx(0.715747));
  CHECK(text_at(judged, {"advice"}) == "reduce_volume");
  CHECK(number_at(kept, {"score"}) == 0.0);
  CHECK(text_at(kept, {"advice"}) == "activate");
}

TEST_CASE("the weight at which the first two change places is found exactly") {
  const Value answer = decided(
      measured_matrix(kTwoCriteria, row("id: x, files_per_month: 1, values: {a: 0, b: 10}") +
                                        row("id: y, files_per_month: 1, values: {a: 10, b: 0}")));
  const Value& found = test::at(answer, {"now", "sensitivity"});
  // Three to one: the same score when both weigh the same.
  CHECK(text_at(found, {"closest"}) == "a");
  const List& weights = *found.find("weights")->list();
  CHECK(number_at(weights[0], {"swapWeightShare"}) == Approx(0.5));
  CHECK(number_at(weights[0], {"swapChange"}) == Approx(-2.0 / 3.0));
  CHECK(number_at(weights[1], {"swapChange"}) == Approx(2.0));
  CHECK(number_at(found, {"weightings"}) == 9.0);
  CHECK(*(*found.find("firstShares")->list())[0].number() == 1.0);
}

TEST_CASE("under impact too the weight is found at which the first two change places") {
  const Value answer = decided(
      "method: impact\n" +
      measured_matrix(kTwoCriteria, row("id: x, files_per_month: 1, values: {a: 8, b: 1}") +
                                        row("id: y, files_per_month: 1, values: {a: 2, b: 4}")));
  // (0.8^3 x 0.1)^(1/4) is above (0.2^3 x 0.4)^(1/4); with a weight of t, t ln 4 = ln 4 at t = 1.
  const List& weights = *test::at(answer, {"now", "sensitivity", "weights"}).list();
  CHECK(text_at(row_of(answer, 0), {"language"}) == "x");
  CHECK(number_at(weights[0], {"swapWeightShare"}) == Approx(0.5));
  CHECK(number_at(weights[0], {"swapChange"}) == Approx(-2.0 / 3.0));
}

TEST_CASE("the share of weightings that keep a row first is counted") {
  const std::string criteria =
      "- {id: a, weight: 10, bounds: {low: 0, high: 10}}\n"
      "- {id: b, weight: 9, bounds: {low: 0, high: 10}}\n";
  const Value answer = decided(
      measured_matrix(criteria, row("id: x, files_per_month: 1, values: {a: 10, b: 0}") +
                                    row("id: y, files_per_month: 1, values: {a: 0, b: 10}")));
  // a at 5, 10, 15 beside b at 4.5, 9, 13.5: above it in 1 + 2 + 3 of 9.
  const List& shares = *test::at(answer, {"now", "sensitivity", "firstShares"}).list();
  CHECK(*shares[0].number() == Approx(6.0 / 9.0));
  CHECK(*shares[1].number() == Approx(3.0 / 9.0));
}

TEST_CASE("what if: the changed matrix is judged on the scales of the one that is") {
  const std::string matrix =
      measured_matrix("- {id: carbon, weight: 1}\n",
                      row("id: x, files_per_month: 100") + row("id: y, files_per_month: 200"));
  const Value answer = decided(matrix, R"({"set": [{"path": "s.x.files_per_month", "value": 150},
                          {"path": "s.y.files_per_month", "value": 400}]})");
  CHECK(number_at(row_of(answer, 1), {"score"}) == 0.0);
  CHECK(number_at(row_of(answer, 1, "changed"), {"score"}) == Approx(0.5));
  CHECK(number_at(row_of(answer, 0, "changed"), {"score"}) == 1.0);
  CHECK(codes_of(answer, "changed") == "value_outside_bounds ");
}

TEST_CASE("growth is compounded month by month") {
  const std::string matrix = measured_matrix(kCarbon, row("id: x, files_per_month: 50, "
                                                          "growth_per_month: 0.1"));
  const Value answer = decided(matrix, R"({"months": 3})");
  const List& months = *test::at(answer, {"now", "months"}).list();
  REQUIRE(months.size() == 3);
  CHECK(number_at(months[1], {"filesPerMonth"}) == Approx(60.5));
  CHECK(number_at(months[1], {"gramsCo2e", "central"}) == Approx(6050.0));
  const Value& later = (*months[1].find("rows")->list())[0];
  CHECK(number_at(later, {"score"}) == Approx(0.605));
  CHECK(text_at(later, {"advice"}) == "reduce_volume");
  const Value& before = (*months[0].find("rows")->list())[0];
  CHECK(text_at(before, {"advice"}) == "monitor");
}

}  // namespace
}  // namespace gramme
