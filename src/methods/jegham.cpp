// arXiv:2505.09598 as a registered method: a model's class of hardware, its speed, a fixed batch.
#include "methods/ends.hpp"
#include "methods/jegham_formula.hpp"
#include "methods/method.hpp"
#include "methods/operational.hpp"

namespace gramme {

namespace {

constexpr std::array<std::string_view, 21> kNames{"node_gpu_power_watts",
                                                  "node_other_power_watts",
                                                  "node_gpus",
                                                  "batch_size",
                                                  "other_power_share",
                                                  "nano_gpus",
                                                  "micro_gpus",
                                                  "small_gpus",
                                                  "medium_gpus",
                                                  "large_gpus",
                                                  "nano_gpu_power_share",
                                                  "micro_gpu_power_share",
                                                  "small_gpu_power_share",
                                                  "medium_gpu_power_share",
                                                  "large_gpu_power_share",
                                                  "micro_parameters_billion",
                                                  "small_parameters_billion",
                                                  "medium_parameters_billion",
                                                  "large_parameters_billion",
                                                  "output_tokens_per_second",
                                                  "seconds_to_first_token"};

/// Classes of hardware from the smallest model, each from a number of parameters on.
struct HardwareClass {
  std::string_view from_parameters_billion;
  std::string_view gpus;
  std::string_view gpu_power_share;
};

constexpr HardwareClass kNano{"", "nano_gpus", "nano_gpu_power_share"};
constexpr std::array kLargerClasses{
    HardwareClass{"micro_parameters_billion", "micro_gpus", "micro_gpu_power_share"},
    HardwareClass{"small_parameters_billion", "small_gpus", "small_gpu_power_share"},
    HardwareClass{"medium_parameters_billion", "medium_gpus", "medium_gpu_power_share"},
    HardwareClass{"large_parameters_billion", "large_gpus", "large_gpu_power_share"},
};

std::string_view missing_constant(const MethodProfile& profile) {
  return first_missing(profile, kNames.data(), kNames.data() + kNames.size());
}

HardwareClass class_of(const MethodProfile& profile, double parameters_billion) {
  HardwareClass found = kNano;
  for (const HardwareClass& larger : kLargerClasses) {
    if (parameters_billion >= constant(profile, larger.from_parameters_billion).central) {
      found = larger;
    }
  }
  return found;
}

JeghamNode node_of(const MethodInput& in, const Ends& ends) {
  const MethodProfile& profile = in.profile;
  const HardwareClass hardware = class_of(profile, in.parameters.total_billion.*ends.same);
  JeghamNode node;
  node.gpu_power = {constant(profile, "node_gpu_power_watts").*ends.same};
  node.other_power = {constant(profile, "node_other_power_watts").*ends.same};
  node.gpus = constant(profile, "node_gpus").central;
  node.batch_size = constant(profile, "batch_size").*ends.opposite;
  node.gpus_used = constant(profile, hardware.gpus).central;
  node.gpu_power_share = constant(profile, hardware.gpu_power_share).*ends.same;
  node.other_power_share = constant(profile, "other_power_share").*ends.same;
  return node;
}

double energy_of(const MethodInput& in, const Ends& ends) {
  const MethodProfile& profile = in.profile;
  const double speed = in.model.output_tokens_per_second.value_or(
      constant(profile, "output_tokens_per_second").*ends.opposite);
  const double first_token = in.model.seconds_to_first_token.value_or(
      constant(profile, "seconds_to_first_token").*ends.same);
  const JeghamInputs inputs{
      {in.exchange.output_tokens.*ends.same}, {speed}, {first_token}, in.placement.pue.*ends.same};
  return jegham_formula(node_of(in, ends), inputs).energy.value;
}

std::optional<Range> water_of(const MethodInput& in, const Range& energy_watt_hours) {
  const Placement& place = in.placement;
  if (!place.wue_litres_per_kilowatt_hour || !place.grid_wue_litres_per_kilowatt_hour) {
    return std::nullopt;
  }
  Range litres;
  for (const auto bound : {&Range::low, &Range::central, &Range::high}) {
    const JeghamWater water{(*place.wue_litres_per_kilowatt_hour).*bound,
                            *place.grid_wue_litres_per_kilowatt_hour};
    litres.*bound = jegham_water_litres(water, {energy_watt_hours.*bound}, place.pue.*bound);
  }
  return litres;
}

Footprint compute(const MethodInput& in) {
  const Range energy = at_each_end([&](const Ends& ends) { return energy_of(in, ends); });
  Footprint footprint = operational_footprint(in, energy);
  footprint.water_litres = water_of(in, energy);
  Range it_kilowatt_hours = energy * (1.0 / kWattHoursPerKilowattHour);
  for (const auto bound : {&Range::low, &Range::central, &Range::high}) {
    it_kilowatt_hours.*bound /= in.placement.pue.*bound;
  }
  put_water_parts(footprint, in.placement, it_kilowatt_hours);
  return footprint;
}

std::vector<Warning> warnings(const MethodInput& in) {
  if (in.model.output_tokens_per_second) return {};
  return {Warning{"speed_assumed",
                  "no figure for this model's speed: the usual speed of the profile stands in"}};
}

}  // namespace

const Method kJegham{.id = "jegham-2025",
                     .missing_constant = &missing_constant,
                     .compute = &compute,
                     .warnings = &warnings};

}  // namespace gramme
