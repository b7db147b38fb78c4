#pragma once

#include "gramme/units.hpp"

namespace gramme {

/// The node of arXiv:2505.09598 and the part of it that a model works on.
struct JeghamNode {
  Watts gpu_power;
  Watts other_power;
  double gpus = 0.0;
  double batch_size = 1.0;
  double gpus_used = 0.0;
  /// Share of its power that a used GPU draws, and the rest of the node.
  double gpu_power_share = 0.0;
  double other_power_share = 0.0;
};

struct JeghamInputs {
  Tokens output_tokens;
  TokensPerSecond output_speed;
  Seconds time_to_first_token;
  double pue = 1.0;
};

struct JeghamResult {
  /// Shares of the node's power that one request bears.
  double gpu_utilization = 0.0;
  double other_utilization = 0.0;
  WattHours energy;
};

/// Energy of one request (docs/method.md#jegham-2025).
[[nodiscard]] JeghamResult jegham_formula(const JeghamNode& node, const JeghamInputs& inputs);

/// Litres for cooling on the site, which the PUE is taken out of, and for making the electricity.
struct JeghamWater {
  double site_litres_per_kilowatt_hour = 0.0;
  double grid_litres_per_kilowatt_hour = 0.0;
};

[[nodiscard]] double jegham_water_litres(const JeghamWater& water, WattHours energy, double pue);

}  // namespace gramme
