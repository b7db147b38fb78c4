#pragma once

#include "gramme/units.hpp"

namespace gramme {

/// What Epoch AI assumes of the servers.
struct EpochServer {
  double peak_flop_per_second = 0.0;
  /// Share of the peak that serving reaches.
  double flop_utilization = 0.0;
  /// A GPU with its share of the server.
  Watts gpu_power;
  /// Share of that power which serving draws.
  double power_share = 0.0;
};

struct EpochInputs {
  double active_parameters_billion = 0.0;
  Tokens output_tokens;
  double pue = 1.0;
};

struct EpochResult {
  double flop = 0.0;
  Seconds gpu_time;
  /// Mean, with the building's overhead.
  Watts power;
  WattHours energy;
};

/// Energy from the arithmetic of an answer (docs/method.md#epoch-2025).
[[nodiscard]] EpochResult epoch_formula(const EpochServer& server, const EpochInputs& inputs);

}  // namespace gramme
