#pragma once

#include <string>
#include <vector>

#include "gramme/range.hpp"
#include "gramme/source.hpp"

namespace gramme {

/// What a model takes on one machine, fitted to measurements of the user's own by `gramme
/// calibrate` (docs/method.md#calibrated).
struct Calibration {
  std::string id;
  /// As the measurements write it, such as "gemma:2b".
  std::string model;
  /// The catalog's model of that name; empty when it has none. Filled in by the loader.
  std::string model_id;
  std::string hardware;
  double input_watt_hours_per_token = 0.0;
  double output_watt_hours_per_token = 0.0;
  double request_watt_hours = 0.0;
  /// Measured beside fitted; central is 1.
  Range residual_factor;
  double rows = 0.0;
  double held_out_mean_absolute_error_share = 0.0;
  /// What the meter saw.
  std::vector<std::string> boundary;
  Source source;
};

}  // namespace gramme
