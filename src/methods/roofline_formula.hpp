#pragma once

#include <array>
#include <cstddef>

namespace gramme {

/// One point of how a model is served: all that the energy of a request depends on but its tokens.
struct RooflineServer {
  double total_parameters_billion = 0.0;
  /// At most the total.
  double active_parameters_billion = 0.0;
  double bytes_per_parameter = 2.0;
  double layers = 0.0;
  double hidden_size = 0.0;
  /// Keys and values of one token over all layers.
  double kv_values_per_token = 0.0;
  /// Requests that are decoded together; at least 1.
  double batch_size = 1.0;
  /// Accelerators that one copy of the model is split over; at least 1.
  double accelerators = 1.0;
  double thermal_design_power_watts = 0.0;
  double memory_bandwidth_gigabytes_per_second = 0.0;
  double peak_teraflops = 0.0;
  /// Each layer is launched on its own, as research code does; servers launch a whole step.
  bool is_launched_by_layer = false;
};

/// The tokens of one request.
struct RooflineTokens {
  double input = 0.0;
  /// In the context already, served from a cache.
  double cached_input = 0.0;
  double output = 0.0;

  [[nodiscard]] double sum() const { return input + cached_input + output; }
};

/// What the accelerators spend energy on (docs/method.md#roofline).
enum class RooflineTerm {
  weights,   ///< Reading the weights, once for each step of the batch.
  compute,   ///< Multiplying, for each output token.
  sequence,  ///< Per output token and accelerator: sampling, scheduling, communication.
  context,   ///< Reading the keys and values of the context, for each output token.
  launch,    ///< Launching layer by layer.
  request,   ///< Per request, layer and accelerator: admission, first step.
  prefill,   ///< Multiplying, for each input token, with its attention to those before.
};
inline constexpr std::size_t kRooflineTermCount = 7;

/// Joules of one request by term.
using RooflineTerms = std::array<double, kRooflineTermCount>;

/// What one token costs on a server: worked out once, for any number of requests. Seconds are those
/// of all accelerators of the copy together.
struct RooflineRates {
  double watts = 0.0;
  double weights_seconds_per_output_token = 0.0;
  double compute_seconds_per_token = 0.0;
  double accelerators = 0.0;
  double context_seconds_per_token_pair = 0.0;
  double launches_per_output_token = 0.0;
  double layers_per_request = 0.0;
  double attention_seconds_per_token_pair = 0.0;
};

[[nodiscard]] RooflineRates roofline_rates(const RooflineServer& server);

/// What each term is at a factor of one. Terms of time are at one second of full power for each
/// token, layer or request.
/// @param cached_work_share work of a cached input token beside that of a new one
[[nodiscard]] RooflineTerms roofline_terms(const RooflineRates& rates, const RooflineTokens& tokens,
                                           double cached_work_share);

}  // namespace gramme
