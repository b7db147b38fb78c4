// The methods against the metered rows that the project carries.
#include "catch.hpp"
#include "json/json.hpp"
#include "measurements/measured_request.hpp"
#include "measurements/score_document.hpp"
#include "support.hpp"

namespace gramme {
namespace {

const std::vector<ServingRow>& metered_rows() {
  static const ServingRows read = [] {
    const std::vector<std::uint8_t> file = test::read_file(GRAMME_SERVING_ROWS);
    return read_serving_rows(shipped_catalog(), std::string(file.begin(), file.end())).value();
  }();
  return read.rows;
}

Score score_of(const std::string& id, Knowledge knowledge) {
  const ChosenMethod method = choose_method(shipped_catalog(), id).value();
  std::vector<Scored> rows;
  for (const ServingRow& row : metered_rows()) {
    rows.push_back(
        {row.energy_joules, predicted_joules(shipped_catalog(), row, knowledge, method)});
  }
  return score(rows);
}

constexpr Knowledge kAll{true, true, true};

TEST_CASE("every metered row can be used") { CHECK(metered_rows().size() == 706); }

TEST_CASE("roofline is near what was metered where the serving is known") {
  const Score known = score_of("roofline", kAll);
  CHECK(known.mean_absolute_error < 0.20);
  CHECK(known.within_factor_2 > 0.97);
  CHECK(known.r2_log > 0.95);
  CHECK(score_of("ecologits", kAll).mean_absolute_error > 2.0 * known.mean_absolute_error);
}

TEST_CASE("nine tenths of the rows lie in the range, whatever is known") {
  for (const Knowledge knowledge : {kAll, Knowledge{false, true, true}, Knowledge{}}) {
    const double covered = score_of("roofline", knowledge).band_coverage;
    CHECK(covered > 0.85);
    CHECK(covered < 0.95);
  }
}

TEST_CASE("what is known of the serving narrows the range") {
  const ChosenMethod roofline = choose_method(shipped_catalog(), "roofline").value();
  for (const ServingRow& row : metered_rows()) {
    const auto width = [&](Knowledge knowledge) {
      const Range joules = predicted_joules(shipped_catalog(), row, knowledge, roofline);
      return joules.high / joules.low;
    };
    REQUIRE(width(kAll) < width({true, true, false}));
    REQUIRE(width({true, true, false}) < width({true, false, false}));
    REQUIRE(width({true, false, false}) < width({}));
  }
}

TEST_CASE("a score is what its definition says") {
  const std::vector<Scored> rows{{1.0, {0.5, 1.0, 2.0}},
                                 {10.0, {12.0, 15.0, 20.0}},
                                 {100.0, {20.0, 40.0, 200.0}},
                                 {1000.0, {900.0, 1000.0, 1100.0}}};
  const Score scored = score(rows);
  CHECK(scored.rows == 4);
  CHECK(scored.mean_absolute_error == Approx((0.0 + 0.5 + 0.6 + 0.0) / 4.0));
  CHECK(scored.median_absolute_error == Approx(0.25));
  CHECK(scored.within_factor_2 == 0.75);
  CHECK(scored.band_coverage == 0.75);
  // Σ(ln 1.5² + ln 0.4²) beside the spread of 1, 10, 100, 1000.
  CHECK(scored.r2_log == Approx(1.0 - (0.16440195 + 0.83959164) / 26.5094902));
  CHECK(score({}).rows == 0);
}

TEST_CASE("a prediction names its record in the file; without an answer there is none") {
  const std::string csv =
      "model,family,hardware,params_b,output_tokens,energy_j\n"
      "a,f,H100,7,100,50\nb,f,H100,7,100,\nc,g,A100,7,100,60\nd,g,A100,7,100,70\n";
  const ServingRows read = read_serving_rows(shipped_catalog(), csv).value();
  REQUIRE(read.rows.size() == 3);
  CHECK(read.rows[1].number == 4);
  const std::vector<Scored> scored{{50.0, {1, 2, 3}}, {60.0, {}}, {70.0, {4, 5, 6}}};
  const Value written = write_predictions(read.rows, scored);
  const Value expected = List{Record{{"row", 2.0},
                                     {"family", "f"},
                                     {"hardware", "H100"},
                                     {"measuredJoules", 50.0},
                                     {"predictedJoules", Range{1, 2, 3}}},
                              Record{{"row", 5.0},
                                     {"family", "g"},
                                     {"hardware", "A100"},
                                     {"measuredJoules", 70.0},
                                     {"predictedJoules", Range{4, 5, 6}}}};
  CHECK(write_json(written) == write_json(expected));
}

}  // namespace
}  // namespace gramme
