// EcoLogits as a registered method: catalog figures in, ranges out.
#include <array>

#include "methods/ecologits_formula.hpp"
#include "methods/method.hpp"

namespace gramme {

namespace {

struct ConstantName {
  std::string_view name;
  double EcologitsConstants::*member;
};

constexpr std::array kConstants{
    ConstantName{"batch_size", &EcologitsConstants::batch_size},
    ConstantName{"gpu_energy_alpha", &EcologitsConstants::gpu_energy_alpha},
    ConstantName{"gpu_energy_beta", &EcologitsConstants::gpu_energy_beta},
    ConstantName{"gpu_energy_gamma_watt_hours", &EcologitsConstants::gpu_energy_gamma_watt_hours},
    ConstantName{"latency_alpha_seconds", &EcologitsConstants::latency_alpha_seconds},
    ConstantName{"latency_beta_seconds", &EcologitsConstants::latency_beta_seconds},
    ConstantName{"latency_gamma_seconds", &EcologitsConstants::latency_gamma_seconds},
    ConstantName{"memory_overhead_factor", &EcologitsConstants::memory_overhead_factor},
    ConstantName{"quantization_bits", &EcologitsConstants::quantization_bits},
    ConstantName{"gpu_memory_gigabytes", &EcologitsConstants::gpu_memory_gigabytes},
    ConstantName{"server_gpus", &EcologitsConstants::server_gpus},
    ConstantName{"server_power_kilowatts", &EcologitsConstants::server_power_kilowatts},
    ConstantName{"hardware_lifespan_seconds", &EcologitsConstants::hardware_lifespan_seconds},
    ConstantName{"server_embodied_kilograms_co2e",
                 &EcologitsConstants::server_embodied_kilograms_co2e},
    ConstantName{"server_embodied_kilograms_sb", &EcologitsConstants::server_embodied_kilograms_sb},
    ConstantName{"server_embodied_megajoules", &EcologitsConstants::server_embodied_megajoules},
    ConstantName{"gpu_embodied_kilograms_co2e", &EcologitsConstants::gpu_embodied_kilograms_co2e},
    ConstantName{"gpu_embodied_kilograms_sb", &EcologitsConstants::gpu_embodied_kilograms_sb},
    ConstantName{"gpu_embodied_megajoules", &EcologitsConstants::gpu_embodied_megajoules},
    ConstantName{"water_counts_pue_twice", &EcologitsConstants::water_counts_pue_twice},
    ConstantName{"uses_model_speed", &EcologitsConstants::uses_model_speed},
};

std::string_view missing_constant(const MethodProfile& profile) {
  for (const ConstantName& entry : kConstants) {
    if (!first_missing(profile, &entry.name, &entry.name + 1).empty()) return entry.name;
  }
  return {};
}

/// Which bound of every range is being computed.
using Bound = double Range::*;

void put_speed(EcologitsInputs& point, const Model& model) {
  if (model.output_tokens_per_second) {
    point.output_speed = TokensPerSecond{*model.output_tokens_per_second};
  }
  if (model.seconds_to_first_token) {
    point.time_to_first_token = Seconds{*model.seconds_to_first_token};
  }
}

EcologitsInputs inputs_at(const MethodInput& in, Bound bound) {
  EcologitsInputs point;
  point.active_parameters_billion = in.parameters.active_billion.*bound;
  point.total_parameters_billion = in.parameters.total_billion.*bound;
  point.output_tokens = {in.exchange.output_tokens.*bound};
  if (in.exchange.latency_seconds) point.measured_latency = Seconds{*in.exchange.latency_seconds};
  if (constant(in.profile, "uses_model_speed").central > 0.0) put_speed(point, in.model);
  const Placement& place = in.placement;
  point.pue = place.pue.*bound;
  point.intensity_kilograms_co2e_per_kilowatt_hour =
      place.carbon_intensity_grams_co2e_per_kilowatt_hour.*bound / kGramsPerKilogram;
  if (place.wue_litres_per_kilowatt_hour) {
    point.wue_litres_per_kilowatt_hour = (*place.wue_litres_per_kilowatt_hour).*bound;
  }
  point.grid_wue_litres_per_kilowatt_hour = place.grid_wue_litres_per_kilowatt_hour.value_or(0.0);
  point.adpe_kilograms_sb_per_kilowatt_hour =
      place.adpe_kilograms_sb_per_kilowatt_hour.value_or(0.0);
  point.primary_energy_megajoules_per_kilowatt_hour =
      place.primary_energy_megajoules_per_kilowatt_hour.value_or(0.0);
  return point;
}

void put(Footprint& footprint, const EcologitsResult& result, Bound bound) {
  footprint.energy_watt_hours.*bound = to_watt_hours(result.energy).value;
  footprint.operational_grams_co2e.*bound = result.usage.kilograms_co2e * kGramsPerKilogram;
  (*footprint.embodied_grams_co2e).*bound = result.embodied.kilograms_co2e * kGramsPerKilogram;
  (*footprint.water_litres).*bound = result.water_litres;
  (*footprint.on_site_water_litres).*bound = result.on_site_water_litres;
  (*footprint.grid_water_litres).*bound = result.grid_water_litres;
  (*footprint.primary_energy_megajoules).*bound =
      result.usage.megajoules + result.embodied.megajoules;
  (*footprint.adpe_kilograms_sb).*bound = result.usage.kilograms_sb + result.embodied.kilograms_sb;
}

Footprint compute(const MethodInput& in) {
  const EcologitsConstants constants = ecologits_constants(in.profile);
  Footprint footprint;
  footprint.embodied_grams_co2e.emplace();
  footprint.water_litres.emplace();
  footprint.on_site_water_litres.emplace();
  footprint.grid_water_litres.emplace();
  footprint.primary_energy_megajoules.emplace();
  footprint.adpe_kilograms_sb.emplace();
  for (const Bound bound : {&Range::low, &Range::central, &Range::high}) {
    const Result<EcologitsResult> result = ecologits_formula(constants, inputs_at(in, bound));
    if (result) put(footprint, *result, bound);
  }
  footprint.grams_co2e = footprint.operational_grams_co2e + *footprint.embodied_grams_co2e;
  const Placement& place = in.placement;
  if (!place.wue_litres_per_kilowatt_hour) footprint.on_site_water_litres.reset();
  if (!place.grid_wue_litres_per_kilowatt_hour) footprint.grid_water_litres.reset();
  const bool has_water = footprint.on_site_water_litres && footprint.grid_water_litres;
  if (!has_water) footprint.water_litres.reset();
  if (!place.primary_energy_megajoules_per_kilowatt_hour) {
    footprint.primary_energy_megajoules.reset();
  }
  if (!place.adpe_kilograms_sb_per_kilowatt_hour) footprint.adpe_kilograms_sb.reset();
  return footprint;
}

/// The accelerators alone, with the user's own number of them when it is known.
Range accelerator_watt_hours(const MethodInput& in) {
  EcologitsConstants constants = ecologits_constants(in.profile);
  constants.server_power_kilowatts = 0.0;
  Range out;
  for (const Bound bound : {&Range::low, &Range::central, &Range::high}) {
    EcologitsInputs point = inputs_at(in, bound);
    point.gpus = in.serving.accelerators;
    const Result<EcologitsResult> result = ecologits_formula(constants, point);
    if (result) out.*bound = to_watt_hours(result->energy).value;
  }
  return out;
}

}  // namespace

EcologitsConstants ecologits_constants(const MethodProfile& profile) {
  EcologitsConstants constants;
  for (const ConstantName& entry : kConstants) {
    constants.*entry.member = constant(profile, entry.name).central;
  }
  return constants;
}

const Method kEcologits{.id = "ecologits",
                        .missing_constant = &missing_constant,
                        .compute = &compute,
                        .accelerator_watt_hours = &accelerator_watt_hours};

}  // namespace gramme
