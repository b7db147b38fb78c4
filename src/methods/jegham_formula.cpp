#include "methods/jegham_formula.hpp"

namespace gramme {

JeghamResult jegham_formula(const JeghamNode& node, const JeghamInputs& inputs) {
  const double share_of_node = node.gpus_used / (node.gpus * node.batch_size);
  const double gpu_utilization = share_of_node * node.gpu_power_share;
  const double other_utilization = share_of_node * node.other_power_share;
  const Seconds time = inputs.output_tokens / inputs.output_speed + inputs.time_to_first_token;
  const Watts power = node.gpu_power * gpu_utilization + node.other_power * other_utilization;
  return {gpu_utilization, other_utilization, to_watt_hours(power * time * inputs.pue)};
}

double jegham_water_litres(const JeghamWater& water, WattHours energy, double pue) {
  const double kilowatt_hours = to_kilowatt_hours(energy).value;
  return kilowatt_hours / pue * water.site_litres_per_kilowatt_hour +
         kilowatt_hours * water.grid_litres_per_kilowatt_hour;
}

}  // namespace gramme
