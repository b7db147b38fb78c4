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
[[nodiscard]] double touched_gigabytes(const RooflineInputs& in) {
  const double active = in.active_parameters_billion;
  const double total = std::max(in.total_parameters_billion, active);
  const double untouched = std::pow(1.0 - active / total, in.batch_size - 1.0);
  return (active + (total - active) * (1.0 - untouched)) * in.bytes_per_parameter;
}

[[nodiscard]] double seconds_per_token_computed(const RooflineInputs& in) {
  return kFlopPerParameter * in.active_parameters_billion * kPerBillion /
         (in.peak_teraflops * kPerTera);
}

[[nodiscard]] double prefill_seconds(const RooflineInputs& in, double cached_work_share) {
  const double tokens = in.input_tokens + cached_work_share * in.cached_input_tokens;
  const double attended = in.input_tokens * (in.input_tokens + 2.0 * in.cached_input_tokens);
  const double attention_flop = kFlopPerAttendedPair * in.layers * in.hidden_size * attended;
  return tokens * seconds_per_token_computed(in) + attention_flop / (in.peak_teraflops * kPerTera);
}

}  // namespace

// The seconds are those of all accelerators of the copy together, for this request alone: where a
// step is split over n of them and shared by a batch, n and the batch cancel but for what each
// accelerator does on its own.
RooflineTerms roofline_terms(const RooflineInputs& in, double cached_work_share) {
  const double bandwidth = in.memory_bandwidth_gigabytes_per_second;
  const double context = in.input_tokens + in.cached_input_tokens + in.output_tokens / 2.0;
  const double context_gigabytes =
      context * in.kv_values_per_token * kBytesPerKvValue / kPerBillion;
  const double out = in.output_tokens;
  RooflineTerms terms{
      out * touched_gigabytes(in) / bandwidth / in.batch_size,
      out * seconds_per_token_computed(in),
      out * in.accelerators,
      out * context_gigabytes / bandwidth,
      in.is_launched_by_layer ? out * in.accelerators * in.layers / in.batch_size : 0.0,
      in.accelerators * in.layers,
      prefill_seconds(in, cached_work_share)};
  for (double& term : terms) term *= in.thermal_design_power_watts;
  return terms;
}

}  // namespace gramme
