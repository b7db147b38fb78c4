#include "measurements/calibration_fit.hpp"

#include <cmath>

#include "catch.hpp"
#include "measurements/calibration_files.hpp"

namespace gramme {
namespace {

using test::kTrueCosts;
using test::samples_around;

TEST_CASE("rows on a line give its coefficients, whichever of them are zero") {
  const LinearCosts costs =
      GENERATE(LinearCosts{1.5e-5, 2.2e-4, 4e-3}, LinearCosts{0, 2.2e-4, 4e-3},
               LinearCosts{1.5e-5, 2.2e-4, 0}, LinearCosts{0, 0, 4e-3}, LinearCosts{1.5e-5, 0, 0});
  const CalibrationFit fit = fit_calibration(samples_around(costs, 200, 0.0)).value();
  CHECK(fit.costs.watt_hours_per_input_token ==
        Approx(costs.watt_hours_per_input_token).epsilon(1e-6).margin(1e-12));
  CHECK(fit.costs.watt_hours_per_output_token ==
        Approx(costs.watt_hours_per_output_token).epsilon(1e-6).margin(1e-12));
  CHECK(fit.costs.watt_hours_per_request ==
        Approx(costs.watt_hours_per_request).epsilon(1e-6).margin(1e-9));
  CHECK(fit.held_out.mean_absolute_error < 1e-6);
}

TEST_CASE("noisy rows give them within a few percent, and the band holds nine tenths") {
  const CalibrationFit fit = fit_calibration(samples_around(kTrueCosts, 4000, 0.1)).value();
  CHECK(fit.costs.watt_hours_per_input_token == Approx(1.5e-5).epsilon(0.04));
  CHECK(fit.costs.watt_hours_per_output_token == Approx(2.2e-4).epsilon(0.02));
  CHECK(fit.costs.watt_hours_per_request == Approx(4e-3).epsilon(0.04));
  CHECK(fit.held_out.mean_absolute_error == Approx(0.05).epsilon(0.1));
  CHECK(fit.held_out.r2 > 0.97);
  CHECK(fit.held_out.band_coverage > 0.85);
  CHECK(fit.held_out.band_coverage < 0.95);
  CHECK(fit.residual_factor.low < 1.0);
  CHECK(fit.residual_factor.central == 1.0);
  CHECK(fit.residual_factor.high > 1.0);
}

TEST_CASE("a fifth of the rows is held out, the same in every run") {
  const std::vector<Sample> samples = samples_around(kTrueCosts, 4000, 0.1);
  const CalibrationFit fit = fit_calibration(samples).value();
  CHECK(fit.rows + fit.outliers + fit.held_out.rows == 4000);
  CHECK(static_cast<double>(fit.held_out.rows) == Approx(800).epsilon(0.1));
  CHECK(fit_calibration(samples).value().costs.watt_hours_per_output_token ==
        fit.costs.watt_hours_per_output_token);
}

TEST_CASE("no coefficient is negative, where the best line without that rule has one") {
  std::vector<Sample> samples = samples_around({1e-4, 2e-4, 0.0}, 400, 0.0);
  for (Sample& sample : samples) sample.watt_hours *= 1.0 + sample.output_tokens / 2000.0;
  const LinearCosts costs = least_squares_costs(samples, 0.0);
  CHECK(costs.watt_hours_per_input_token >= 0.0);
  CHECK(costs.watt_hours_per_output_token > 2e-4);
  CHECK(costs.watt_hours_per_request >= 0.0);
}

TEST_CASE("meters that failed on a few rows do not move the line") {
  std::vector<Sample> samples = samples_around(kTrueCosts, 2000, 0.05);
  for (std::size_t i = 0; i < samples.size(); i += 50) samples[i].watt_hours *= 1e-4;
  for (std::size_t i = 1; i < samples.size(); i += 50) samples[i].watt_hours *= 80.0;
  const CalibrationFit fit = fit_calibration(samples).value();
  CHECK(fit.outliers > 40);
  CHECK(fit.costs.watt_hours_per_output_token == Approx(2.2e-4).epsilon(0.03));
}

TEST_CASE("what no line explains, and too few rows, are refused") {
  CHECK_FALSE(fit_calibration(samples_around(kTrueCosts, 19, 0.0)).is_ok());
  CHECK_FALSE(fit_calibration({}).is_ok());
  std::vector<Sample> samples = samples_around(kTrueCosts, 400, 0.0);
  test::Lcg random(3);
  for (Sample& sample : samples) sample.watt_hours = std::pow(10.0, random.below(9));
  const Result<CalibrationFit> fit = fit_calibration(samples);
  REQUIRE_FALSE(fit.is_ok());
  CHECK(fit.error().code == ErrorCode::fit_impossible);
}

TEST_CASE("prompts of one length leave the two terms that cannot be told apart to one of them") {
  std::vector<Sample> samples = samples_around(kTrueCosts, 400, 0.0);
  for (Sample& sample : samples) {
    sample.input_tokens = 100.0;
    sample.watt_hours = kTrueCosts.of(sample);
  }
  const CalibrationFit fit = fit_calibration(samples).value();
  CHECK(fit.held_out.mean_absolute_error < 1e-6);
  CHECK(fit.costs.watt_hours_per_output_token == Approx(2.2e-4));
}

TEST_CASE("more rows than are kept are thinned out alike in every group") {
  Samples gathered(1000);
  for (int i = 0; i < 20000; ++i) {
    const std::string model = i % 4 == 0 ? "rare" : "usual";
    gathered.add(*gathered.group_of(model, "machine"), {1.0, 1.0, 1.0});
  }
  CHECK(gathered.rows() == 20000);
  CHECK(gathered.kept() <= 1000);
  CHECK(gathered.kept() > 450);
  const std::vector<const SampleGroup*> groups = gathered.groups();
  REQUIRE(groups.size() == 2);
  CHECK(groups[0]->model == "rare");
  CHECK(groups[0]->rows == 5000);
  const auto share =
      static_cast<double>(groups[0]->samples.size()) / static_cast<double>(gathered.kept());
  CHECK(share == Approx(0.25).epsilon(0.25));
}

}  // namespace
}  // namespace gramme
