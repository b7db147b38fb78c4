// Physics of batched serving on accelerators, fitted on metered servers (docs/method.md#roofline).
#include <algorithm>

#include "gramme/units.hpp"
#include "methods/operational.hpp"
#include "methods/roofline_plan.hpp"

namespace gramme {

namespace {

std::string_view missing_constant(const MethodProfile& profile) {
  const std::span<const std::string_view> names = RooflineConstants::names();
  return first_missing(profile, names.data(), names.data() + names.size());
}

[[nodiscard]] TokenKinds tokens_of(const Exchange& exchange) {
  return {exchange.input_tokens, exchange.cached_input_tokens, exchange.output_tokens};
}

[[nodiscard]] RooflineTokens tokens_at(const TokenKinds& tokens, double Range::*bound) {
  return {tokens.input.*bound, tokens.cached_input.*bound, tokens.output.*bound};
}

/// What the accelerators use, with what is unknown of the tokens, bound by bound.
Range accelerator_joules(const RooflinePlan& plan, const TokenKinds& asked) {
  const Range central = plan.joules(tokens_at(asked, &Range::central));
  const bool are_tokens_known =
      is_exact(asked.input) && is_exact(asked.cached_input) && is_exact(asked.output);
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

Footprint footprint_of(const RooflinePlan& plan, const MethodInput& in, const TokenKinds& tokens) {
  const RooflineConstants& constants = plan.constants();
  const Range joules = accelerator_joules(plan, tokens);
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

Footprint compute(const MethodInput& in) {
  return footprint_of(RooflinePlan(in), in, tokens_of(in.exchange));
}

void compute_each(const MethodInput& in, std::span<const TokenKinds> tokens,
                  std::span<Footprint> out) {
  const RooflinePlan plan(in);
  std::transform(tokens.begin(), tokens.end(), out.begin(),
                 [&](const TokenKinds& kinds) { return footprint_of(plan, in, kinds); });
}

Range accelerator_watt_hours(const MethodInput& in) {
  return accelerator_joules(RooflinePlan(in), tokens_of(in.exchange)) * (1.0 / kJoulesPerWattHour);
}

/// Names of the terms as people read them, in their order.
constexpr std::array<std::string_view, kRooflineTermCount> kTermNames{
    "reading_weights",          "computing_output", "steps",  "reading_context",
    "launching_layer_by_layer", "starting_request", "prefill"};

std::vector<Part> energy_parts(const MethodInput& in) {
  constexpr std::string_view kUnit = "Wh";
  const RooflinePlan plan(in);
  const RooflineConstants& constants = plan.constants();
  const RooflineTerms terms =
      roofline_terms(plan.central(), tokens_at(tokens_of(in.exchange), &Range::central),
                     constants.cached_work_share);
  Part accelerators{"accelerators", kUnit, 0.0, std::nullopt, 1.0, {}};
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const double watt_hours = terms.at(i) * constants.factors.at(i) / kJoulesPerWattHour;
    if (watt_hours <= 0.0) continue;
    accelerators.central += watt_hours;
    accelerators.parts.push_back({kTermNames.at(i), kUnit, watt_hours, std::nullopt, 1.0, {}});
  }
  const double host = accelerators.central * constants.host_energy_share.central;
  const double idle = accelerators.central * constants.idle_energy_share.central;
  const double beside = (accelerators.central + host + idle) * (in.placement.pue.central - 1.0);
  std::vector<Part> parts;
  parts.push_back(std::move(accelerators));
  parts.push_back({"host", kUnit, host, std::nullopt, 1.0, {}});
  parts.push_back({"idle_capacity", kUnit, idle, std::nullopt, 1.0, {}});
  parts.push_back({"cooling_and_supply", kUnit, beside, std::nullopt, 1.0, {}});
  return parts;
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
                       .compute_each = &compute_each,
                       .warnings = &warnings,
                       .accelerator_watt_hours = &accelerator_watt_hours,
                       .energy_parts = &energy_parts,
                       .needs_serving = true};

}  // namespace gramme
