#pragma once

#include "gramme/estimate.hpp"
#include "gramme/units.hpp"

namespace gramme {

/// The hardware and speed of the original calculator.
struct AsWrittenServer {
  Watts gpu_power;
  Watts cpu_power;
  /// Share of the CPU; the GPU's is the rest of 1.
  double cpu_share = 0.0;
  TokensPerSecond speed;
};

struct AsWrittenInputs {
  Tokens input_tokens;
  Tokens output_tokens;
  double pue = 1.0;
};

struct AsWrittenResult {
  Seconds time;
  Joules energy;
};

/// The original formula with its square of tokens over a speed, which is no time
/// (docs/method.md#prefill-decode-as-written).
[[nodiscard]] AsWrittenResult prefill_decode_as_written_formula(const AsWrittenServer& server,
                                                                const AsWrittenInputs& inputs);

/// What goes with every figure of it.
[[nodiscard]] Warning dimension_error_warning();

}  // namespace gramme
