// Physics of batched serving on accelerators, fitted on metered servers (docs/method.md#roofline).
#include "gramme/units.hpp"
#include "methods/operational.hpp"
#include "methods/roofline_plan.hpp"

namespace gramme {

namespace {

std::string_view missing_constant(const MethodProfile& profile) {
  const std::span<const std::string_view> names = RooflineConstants::names();
  return first_missing(profile, names.data(), names.data() + names.size());
}

[[nodiscard]] bool is_exact(const Range& range) { return range.low == range.high; }

[[nodiscard]] RooflineTokens tokens_at(const Exchange& exchange, double Range::*bound) {
  return {exchange.input_tokens.*bound, exchange.cached_input_tokens.*bound,
          exchange.output_tokens.*bound};
}

/// What the accelerators use, with what is unknown of the tokens, bound by bound.
Range accelerator_joules(const RooflinePlan& plan, const Exchange& asked) {
  const Range central = plan.joules(tokens_at(asked, &Range::central));
  const bool are_tokens_known = is_exact(asked.input_tokens) &&
                                is_exact(asked.cached_input_tokens) &&
                                is_exact(asked.output_tokens);
  if (are_tokens_known) return central;
  return {plan.joules(tokens_at(asked, &Range::low)).low, central.central,
          plan.joules(tokens_at(asked, &Range::high)).high};
}

/// The part of the hardware's making that a joule takes: the time it keeps the hardware busy.
double embodied_grams_per_joule(const Accelerator& accelerator,
                                const RooflineConstants& constants) {
  const double kilograms =
      accelerator.embodied_kilograms_co2e.value_or(constants.accelerator_embodied_kilograms_co2e) +
      constants.server_embodied_kilograms_co2e / constants.server_accelerators;
  const double busy_watts = accelerator.thermal_design_power_watts * constants.mean_power_share;
  return kilograms * kGramsPerKilogram / busy_watts / constants.hardware_lifespan_seconds;
}

Footprint compute(const MethodInput& in) {
  const RooflinePlan plan(in);
  const RooflineConstants& constants = plan.constants();
  const Range joules = accelerator_joules(plan, in.exchange);
  const Range beside = constants.host_energy_share + constants.idle_energy_share + exactly(1.0);
  const Range it_watt_hours = joules * beside * (1.0 / kJoulesPerWattHour);
  const Placement& place = in.placement;
  Footprint footprint = operational_footprint(in, it_watt_hours * place.pue);
  footprint.embodied_grams_co2e =
      joules * embodied_grams_per_joule(*in.serving.accelerator, constants);
  footprint.grams_co2e = footprint.operational_grams_co2e + *footprint.embodied_grams_co2e;
  if (place.wue_litres_per_kilowatt_hour && place.grid_wue_litres_per_kilowatt_hour) {
    const Range litres =
        *place.wue_litres_per_kilowatt_hour + place.pue * *place.grid_wue_litres_per_kilowatt_hour;
    footprint.water_litres = it_watt_hours * litres * (1.0 / kWattHoursPerKilowattHour);
  }
  put_water_parts(footprint, place, it_watt_hours * (1.0 / kWattHoursPerKilowattHour));
  return footprint;
}

Range accelerator_watt_hours(const MethodInput& in) {
  return accelerator_joules(RooflinePlan(in), in.exchange) * (1.0 / kJoulesPerWattHour);
}

std::vector<Warning> warnings(const MethodInput& in) {
  const Serving& serving = in.serving;
  const bool is_known = serving.best_accelerator == nullptr && serving.accelerators &&
                        is_exact(serving.batch_size) && is_exact(serving.bytes_per_parameter);
  if (is_known) return {};
  return {Warning{"serving_assumed",
                  "how the model is served is not known: accelerators, batch and precision are "
                  "assumed as ranges"}};
}

}  // namespace

const Method kRoofline{.id = "roofline",
                       .missing_constant = &missing_constant,
                       .compute = &compute,
                       .warnings = &warnings,
                       .accelerator_watt_hours = &accelerator_watt_hours,
                       .needs_serving = true};

}  // namespace gramme
