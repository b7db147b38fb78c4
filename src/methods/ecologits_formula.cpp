#include "methods/ecologits_formula.hpp"

#include <algorithm>
#include <cmath>

#include "methods/server_size.hpp"

namespace gramme {

namespace {

Seconds latency(const EcologitsConstants& c, const EcologitsInputs& in) {
  const Seconds per_token = {c.latency_alpha_seconds * in.active_parameters_billion +
                             c.latency_beta_seconds * c.batch_size + c.latency_gamma_seconds};
  const Seconds decode =
      in.output_speed ? in.output_tokens / *in.output_speed : per_token * in.output_tokens.value;
  const Seconds modelled = decode + in.time_to_first_token.value_or(Seconds{});
  return in.measured_latency ? std::min(*in.measured_latency, modelled) : modelled;
}

WattHours gpu_energy(const EcologitsConstants& c, const EcologitsInputs& in) {
  const double per_token = c.gpu_energy_alpha * std::exp(c.gpu_energy_beta * c.batch_size) *
                               in.active_parameters_billion +
                           c.gpu_energy_gamma_watt_hours;
  return {in.output_tokens.value * per_token};
}

EcologitsImpacts embodied_impacts(const EcologitsConstants& c, double gpus, Seconds time) {
  const double share = time.value / (c.hardware_lifespan_seconds * c.batch_size);
  const double servers = gpus / c.server_gpus;
  return {
      share * (servers * c.server_embodied_kilograms_co2e + gpus * c.gpu_embodied_kilograms_co2e),
      share * (servers * c.server_embodied_kilograms_sb + gpus * c.gpu_embodied_kilograms_sb),
      share * (servers * c.server_embodied_megajoules + gpus * c.gpu_embodied_megajoules)};
}

}  // namespace

Result<EcologitsResult> ecologits_formula(const EcologitsConstants& c, const EcologitsInputs& in) {
  if (!(in.total_parameters_billion > 0.0) || !(in.active_parameters_billion > 0.0)) {
    return fail(ErrorCode::out_of_range, "/totalParametersBillion",
                "a model has more than 0 parameters");
  }
  if (in.output_speed && !(in.output_speed->value > 0.0)) {
    return fail(ErrorCode::out_of_range, "/tokensPerSecond", "a speed is more than 0");
  }
  const double gpus = in.gpus ? *in.gpus
                              : gpus_needed({c.memory_overhead_factor, in.total_parameters_billion,
                                             c.quantization_bits, c.gpu_memory_gigabytes});
  const Seconds time = latency(c, in);
  const double server_kilowatt_hours =
      time.value / kSecondsPerHour * c.server_power_kilowatts * gpus / c.server_gpus / c.batch_size;
  const double it_kilowatt_hours =
      server_kilowatt_hours + gpus * to_kilowatt_hours(gpu_energy(c, in)).value;
  const double facility = in.pue * it_kilowatt_hours;
  const double water_base = c.water_counts_pue_twice > 0.0 ? facility : it_kilowatt_hours;

  EcologitsResult result;
  result.energy = {facility};
  result.water_litres = water_base * (in.wue_litres_per_kilowatt_hour +
                                      in.pue * in.grid_wue_litres_per_kilowatt_hour);
  result.on_site_water_litres = water_base * in.wue_litres_per_kilowatt_hour;
  result.grid_water_litres = water_base * in.pue * in.grid_wue_litres_per_kilowatt_hour;
  result.usage = {facility * in.intensity_kilograms_co2e_per_kilowatt_hour,
                  facility * in.adpe_kilograms_sb_per_kilowatt_hour,
                  facility * in.primary_energy_megajoules_per_kilowatt_hour};
  result.embodied = embodied_impacts(c, gpus, time);
  return result;
}

}  // namespace gramme
