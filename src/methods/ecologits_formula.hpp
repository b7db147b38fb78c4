#pragma once

#include <optional>

#include "gramme/catalog.hpp"
#include "gramme/units.hpp"

namespace gramme {

/// The constants of one EcoLogits release (config/methods.yaml).
struct EcologitsConstants {
  double batch_size = 0.0;
  double gpu_energy_alpha = 0.0;
  double gpu_energy_beta = 0.0;
  double gpu_energy_gamma_watt_hours = 0.0;
  double latency_alpha_seconds = 0.0;
  double latency_beta_seconds = 0.0;
  double latency_gamma_seconds = 0.0;
  double memory_overhead_factor = 0.0;
  double quantization_bits = 0.0;
  double gpu_memory_gigabytes = 0.0;
  double server_gpus = 0.0;
  double server_power_kilowatts = 0.0;
  double hardware_lifespan_seconds = 0.0;
  double server_embodied_kilograms_co2e = 0.0;
  double server_embodied_kilograms_sb = 0.0;
  double server_embodied_megajoules = 0.0;
  double gpu_embodied_kilograms_co2e = 0.0;
  double gpu_embodied_kilograms_sb = 0.0;
  double gpu_embodied_megajoules = 0.0;
  /// 1 where the release multiplies facility energy, not IT energy, by the water factor.
  double water_counts_pue_twice = 0.0;
  /// 1 where the release takes each model's published speed instead of the fitted latency.
  double uses_model_speed = 0.0;
};

/// One point of the inputs; ranges are computed bound by bound.
struct EcologitsInputs {
  double active_parameters_billion = 0.0;
  double total_parameters_billion = 0.0;
  /// Absent: as many as hold the model.
  std::optional<double> gpus;
  Tokens output_tokens;
  std::optional<Seconds> measured_latency;
  std::optional<TokensPerSecond> output_speed;
  std::optional<Seconds> time_to_first_token;
  double pue = 1.0;
  double wue_litres_per_kilowatt_hour = 0.0;
  double grid_wue_litres_per_kilowatt_hour = 0.0;
  double intensity_kilograms_co2e_per_kilowatt_hour = 0.0;
  double adpe_kilograms_sb_per_kilowatt_hour = 0.0;
  double primary_energy_megajoules_per_kilowatt_hour = 0.0;
};

/// One kind of impact in EcoLogits's own units: kgCO2e, kgSbeq, MJ.
struct EcologitsImpacts {
  double kilograms_co2e = 0.0;
  double kilograms_sb = 0.0;
  double megajoules = 0.0;
};

struct EcologitsResult {
  KilowattHours energy;
  double water_litres = 0.0;
  /// Its two parts.
  double on_site_water_litres = 0.0;
  double grid_water_litres = 0.0;
  EcologitsImpacts usage;
  EcologitsImpacts embodied;
};

/// The EcoLogits request model, docs/method.md#ecologits.
/// Errors: out_of_range (parameters ≤ 0, speed of 0).
[[nodiscard]] Result<EcologitsResult> ecologits_formula(const EcologitsConstants& constants,
                                                        const EcologitsInputs& inputs);

/// Reads the constants out of a checked profile.
[[nodiscard]] EcologitsConstants ecologits_constants(const MethodProfile& profile);

}  // namespace gramme
