#include "methods/roofline_formula.hpp"

#include <algorithm>
#include <cmath>

namespace gramme {

namespace {

constexpr double kPerBillion = 1e9;
constexpr double kPerTera = 1e12;
constexpr double kBytesPerKvValue = 2.0;
constexpr double kFlopPerParameter = 2.0;
/// Two for the product with the keys, two for that with the values, half of them masked.
constexpr double kFlopPerAttendedPair = 2.0;

/// Weights that a step of the batch touches: of a mixture of experts, those that any of its tokens
/// is sent to.
[[nodiscard]] double touched_gigabytes(const RooflineServer& server) {
  const double active = server.active_parameters_billion;
  const double total = std::max(server.total_parameters_billion, active);
  if (total == active) return total * server.bytes_per_parameter;
  const double untouched = std::pow(1.0 - active / total, server.batch_size - 1.0);
  return (active + (total - active) * (1.0 - untouched)) * server.bytes_per_parameter;
}

}  // namespace

// The seconds are those of all accelerators of the copy together, for this request alone: where a
// step is split over n of them and shared by a batch, n and the batch cancel but for what each
// accelerator does on its own.
RooflineRates roofline_rates(const RooflineServer& server) {
  const double bandwidth = server.memory_bandwidth_gigabytes_per_second;
  const double flop_per_second = server.peak_teraflops * kPerTera;
  RooflineRates rates;
  rates.watts = server.thermal_design_power_watts;
  rates.weights_seconds_per_output_token =
      touched_gigabytes(server) / bandwidth / server.batch_size;
  rates.compute_seconds_per_token =
      kFlopPerParameter * server.active_parameters_billion * kPerBillion / flop_per_second;
  rates.accelerators = server.accelerators;
  rates.context_seconds_per_token_pair =
      server.kv_values_per_token * kBytesPerKvValue / kPerBillion / bandwidth;
  rates.layers_per_request = server.accelerators * server.layers;
  rates.launches_per_output_token =
      server.is_launched_by_layer ? rates.layers_per_request / server.batch_size : 0.0;
  rates.attention_seconds_per_token_pair =
      kFlopPerAttendedPair * server.layers * server.hidden_size / flop_per_second;
  return rates;
}

RooflineTerms roofline_terms(const RooflineRates& rates, const RooflineTokens& tokens,
                             double cached_work_share) {
  const double out = tokens.output;
  const double context = tokens.input + tokens.cached_input + out / 2.0;
  const double attended = tokens.input * (tokens.input + 2.0 * tokens.cached_input);
  const double worked = tokens.input + cached_work_share * tokens.cached_input;
  RooflineTerms terms{
      out * rates.weights_seconds_per_output_token,
      out * rates.compute_seconds_per_token,
      out * rates.accelerators,
      out * context * rates.context_seconds_per_token_pair,
      out * rates.launches_per_output_token,
      rates.layers_per_request,
      worked * rates.compute_seconds_per_token + attended * rates.attention_seconds_per_token_pair};
  for (double& term : terms) term *= rates.watts;
  return terms;
}

}  // namespace gramme
