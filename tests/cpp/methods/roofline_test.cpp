#include "methods/roofline_plan.hpp"

#include "catch.hpp"
#include "methods/server_size.hpp"

namespace gramme {
namespace {

/// A dense model of 70 billion parameters on 4 H100.
RooflineServer dense() {
  RooflineServer in;
  in.total_parameters_billion = in.active_parameters_billion = 70.0;
  in.layers = 80.0;
  in.hidden_size = 8192.0;
  in.kv_values_per_token = 2.0 * 80.0 * 1024.0;
  in.batch_size = 8.0;
  in.accelerators = 4.0;
  in.thermal_design_power_watts = 700.0;
  in.memory_bandwidth_gigabytes_per_second = 3350.0;
  in.peak_teraflops = 989.0;
  return in;
}

constexpr RooflineTokens kTokens{1000.0, 0.0, 500.0};

double term(const RooflineServer& in, RooflineTerm which, const RooflineTokens& tokens = kTokens) {
  return roofline_terms(roofline_rates(in), tokens, 0.1)[static_cast<std::size_t>(which)];
}

TEST_CASE("each term of a dense model is what its formula says") {
  const RooflineServer in = dense();
  CHECK(term(in, RooflineTerm::weights) == Approx(700.0 * 500.0 * 140.0 / 3350.0 / 8.0));
  CHECK(term(in, RooflineTerm::compute) == Approx(700.0 * 500.0 * 140e9 / 989e12));
  CHECK(term(in, RooflineTerm::sequence) == Approx(700.0 * 500.0 * 4.0));
  CHECK(term(in, RooflineTerm::context) ==
        Approx(700.0 * 500.0 * 1250.0 * 163840.0 * 2.0 / 3350e9));
  CHECK(term(in, RooflineTerm::launch) == 0.0);
  CHECK(term(in, RooflineTerm::request) == Approx(700.0 * 4.0 * 80.0));
  CHECK(term(in, RooflineTerm::prefill) ==
        Approx(700.0 * (1000.0 * 140e9 + 2.0 * 80.0 * 8192.0 * 1e6) / 989e12));
}

TEST_CASE("the attention over a prompt is the share of its prefill that the literature gives") {
  const auto share = [&](double tokens) {
    const double multiplied = 700.0 * tokens * 140e9 / 989e12;
    return 1.0 - multiplied / term(dense(), RooflineTerm::prefill, {tokens, 0.0, 500.0});
  };
  CHECK(share(2e3) == Approx(0.018).margin(0.001));
  CHECK(share(1e4) == Approx(0.086).margin(0.001));
  CHECK(share(1e5) == Approx(0.48).margin(0.01));
}

TEST_CASE("a mixture of experts reads its active weights alone, then more of them with the batch") {
  RooflineServer in = dense();
  in.active_parameters_billion = 7.0;
  in.batch_size = 1.0;
  CHECK(term(in, RooflineTerm::weights) == Approx(700.0 * 500.0 * 14.0 / 3350.0));
  in.batch_size = 1e4;
  CHECK(term(in, RooflineTerm::weights) == Approx(700.0 * 500.0 * 140.0 / 3350.0 / 1e4));
}

TEST_CASE("cached input costs its share of work") {
  RooflineServer in = dense();
  in.layers = 0.0;
  const double fresh = term(in, RooflineTerm::prefill);
  CHECK(term(in, RooflineTerm::prefill, {1000.0, 1000.0, 500.0}) == Approx(1.1 * fresh));
}

TEST_CASE("accelerators are as many as hold the weights, a power of two") {
  const auto needed = [](double billions, double bits) {
    return gpus_needed({1.2, billions, bits, 80.0});
  };
  CHECK(needed(8.0, 16.0) == 1.0);
  CHECK(needed(70.0, 16.0) == 4.0);
  CHECK(needed(405.0, 8.0) == 8.0);
  CHECK(needed(0.1, 4.0) == 1.0);
}

}  // namespace
}  // namespace gramme
