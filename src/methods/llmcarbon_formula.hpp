#pragma once

#include "gramme/units.hpp"

namespace gramme {

/// Work per parameter and token: forward and backward, or forward alone.
inline constexpr double kTrainingFlopPerParameterAndToken = 6.0;
inline constexpr double kInferenceFlopPerParameterAndToken = 2.0;

/// A training run or a batch of inference (arXiv:2309.14393).
struct LlmcarbonWork {
  double flop_per_parameter_and_token = 0.0;
  /// Of the base model where experts are mixed.
  double parameters_billion = 0.0;
  double tokens_billion = 0.0;
  double devices = 1.0;
  double peak_teraflop_per_second = 1.0;
  /// Share of the peak that is reached.
  double efficiency = 1.0;
  /// Mean power of a device with its share of the system.
  Watts device_power;
  double pue = 1.0;
};

struct LlmcarbonResult {
  double flop = 0.0;
  double days = 0.0;
  KilowattHours energy;
};

[[nodiscard]] LlmcarbonResult llmcarbon_formula(const LlmcarbonWork& work);

/// One kind of chip of a system.
struct LlmcarbonComponent {
  /// Square centimetres of chip, or gigabytes of memory.
  double amount = 0.0;
  double kilograms_co2e_per_amount = 0.0;
  double count = 0.0;
};

/// Kilograms of CO2e for the days of use out of the life of those components.
[[nodiscard]] double llmcarbon_embodied_kilograms_co2e(const LlmcarbonComponent& component,
                                                       double days, double lifespan_days);

}  // namespace gramme
