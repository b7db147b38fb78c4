// Physics of batched serving on accelerators, fitted on metered servers (docs/method.md#roofline).
#include "methods/roofline.hpp"

#include <array>
#include <cmath>
#include <numeric>

#include "gramme/units.hpp"
#include "methods/operational.hpp"
#include "methods/server_size.hpp"
#include "methods/spread.hpp"

namespace gramme {

namespace {

constexpr std::array<std::string_view, 14> kOtherNames{"residual_factor",
                                                       "cached_input_work_share",
                                                       "memory_overhead_factor",
                                                       "host_energy_share",
                                                       "idle_energy_share",
                                                       "mean_power_share",
                                                       "server_embodied_kilograms_co2e",
                                                       "accelerator_embodied_kilograms_co2e",
                                                       "server_accelerators",
                                                       "hardware_lifespan_seconds",
                                                       "layers_of_8_billion",
                                                       "layers_exponent",
                                                       "kv_values_per_token",
                                                       "hidden_size_per_layer"};

std::string_view missing_constant(const MethodProfile& profile) {
  const std::string_view factor =
      first_missing(profile, kRooflineFactorNames.data(),
                    kRooflineFactorNames.data() + kRooflineFactorNames.size());
  if (!factor.empty()) return factor;
  return first_missing(profile, kOtherNames.data(), kOtherNames.data() + kOtherNames.size());
}

void put_accelerator(RooflineInputs& point, const Accelerator& accelerator) {
  point.thermal_design_power_watts = accelerator.thermal_design_power_watts;
  point.memory_bandwidth_gigabytes_per_second =
      accelerator.memory_bandwidth_gigabytes_per_second.value_or(0.0);
  // Also for weights of fewer bits: metered servers do not get faster at the multiplications by
  // them.
  point.peak_teraflops = accelerator.peak_teraflops_16bit.value_or(0.0);
}

/// What every point is worked out with: looked up once, for a range takes a dozen points.
struct Constants {
  explicit Constants(const MethodProfile& profile)
      : cached_work_share(central(profile, "cached_input_work_share")),
        memory_overhead_factor(central(profile, "memory_overhead_factor")),
        layers_of_8_billion(central(profile, "layers_of_8_billion")),
        layers_exponent(central(profile, "layers_exponent")),
        hidden_size_per_layer(central(profile, "hidden_size_per_layer")),
        kv_values_per_token(central(profile, "kv_values_per_token")) {
    for (std::size_t i = 0; i < factors.size(); ++i) {
      factors[i] = central(profile, kRooflineFactorNames[i]);
    }
  }

  RooflineTerms factors{};
  double cached_work_share;
  double memory_overhead_factor;
  double layers_of_8_billion;
  double layers_exponent;
  double hidden_size_per_layer;
  double kv_values_per_token;

 private:
  static double central(const MethodProfile& profile, std::string_view name) {
    return constant(profile, name).central;
  }
};

/// Where the shape is not public: layers grow with the size as those of open models do.
void put_shape(RooflineInputs& point, const ModelArchitecture* shape, const Constants& constants) {
  if (shape != nullptr) {
    point.layers = shape->layers;
    point.hidden_size = shape->hidden_size;
    point.kv_values_per_token = shape->kv_values_per_token;
    return;
  }
  constexpr double kBillions = 8.0;
  point.layers = constants.layers_of_8_billion *
                 std::pow(point.active_parameters_billion / kBillions, constants.layers_exponent);
  point.hidden_size = point.layers * constants.hidden_size_per_layer;
  point.kv_values_per_token = constants.kv_values_per_token;
}

using Bound = double Range::*;

/// Which bound of each input a point is at.
struct Corner {
  Bound tokens = &Range::central;
  Bound parameters = &Range::central;
  Bound batch = &Range::central;
  Bound bytes = &Range::central;
  const Accelerator* accelerator = nullptr;
  double accelerators_factor = 1.0;
};

RooflineInputs point_at(const MethodInput& in, const Constants& constants, const Corner& corner) {
  RooflineInputs point;
  point.total_parameters_billion = in.parameters.total_billion.*corner.parameters;
  point.active_parameters_billion = in.parameters.active_billion.*corner.parameters;
  point.bytes_per_parameter = in.serving.bytes_per_parameter.*corner.bytes;
  point.input_tokens = in.exchange.input_tokens.*corner.tokens;
  point.cached_input_tokens = in.exchange.cached_input_tokens.*corner.tokens;
  point.output_tokens = in.exchange.output_tokens.*corner.tokens;
  point.batch_size = in.serving.batch_size.*corner.batch;
  point.is_launched_by_layer = in.serving.is_launched_by_layer;
  const Accelerator& accelerator =
      corner.accelerator == nullptr ? *in.serving.accelerator : *corner.accelerator;
  put_accelerator(point, accelerator);
  put_shape(point, in.serving.architecture, constants);
  const double needed =
      gpus_needed({.overhead_factor = constants.memory_overhead_factor,
                   .total_parameters_billion = point.total_parameters_billion,
                   .quantization_bits = point.bytes_per_parameter * kBitsPerByte,
                   .gpu_memory_gigabytes = accelerator.memory_gigabytes.value_or(1.0)});
  point.accelerators = in.serving.accelerators.value_or(needed) * corner.accelerators_factor;
  return point;
}

double joules_at(const MethodInput& in, const Constants& constants, const Corner& corner) {
  const RooflineInputs point = point_at(in, constants, corner);
  if (point.input_tokens + point.cached_input_tokens + point.output_tokens <= 0.0) return 0.0;
  const RooflineTerms terms = roofline_terms(point, constants.cached_work_share);
  return std::inner_product(terms.begin(), terms.end(), constants.factors.begin(), 0.0);
}

/// What the accelerators use for so many tokens, with all that is unknown of the serving.
Range joules_for(const MethodInput& in, const Constants& constants, Bound tokens) {
  Spread spread(joules_at(in, constants, {.tokens = tokens}));
  const auto add = [&](Corner one, Corner other) {
    one.tokens = other.tokens = tokens;
    spread.add(joules_at(in, constants, one), joules_at(in, constants, other));
  };
  add({.parameters = &Range::low}, {.parameters = &Range::high});
  add({.batch = &Range::low}, {.batch = &Range::high});
  add({.bytes = &Range::low}, {.bytes = &Range::high});
  const Serving& serving = in.serving;
  if (serving.best_accelerator != nullptr) {
    add({.accelerator = serving.best_accelerator}, {.accelerator = serving.worst_accelerator});
  }
  if (!serving.accelerators) add({.accelerators_factor = 1.0}, {.accelerators_factor = 2.0});
  return spread.with(constant(in.profile, "residual_factor"));
}

[[nodiscard]] bool is_exact(const Range& range) { return range.low == range.high; }

/// The same with what is unknown of the tokens, bound by bound.
Range accelerator_joules(const MethodInput& in) {
  const Constants constants(in.profile);
  const Range central = joules_for(in, constants, &Range::central);
  const Exchange& asked = in.exchange;
  const bool are_tokens_known = is_exact(asked.input_tokens) &&
                                is_exact(asked.cached_input_tokens) &&
                                is_exact(asked.output_tokens);
  if (are_tokens_known) return central;
  return {joules_for(in, constants, &Range::low).low, central.central,
          joules_for(in, constants, &Range::high).high};
}

/// The part of the hardware's making that the request takes: the time it keeps it busy.
Range embodied_grams(const MethodInput& in, const Range& joules) {
  const auto figure = [&](std::string_view name) { return constant(in.profile, name); };
  const double accelerator = in.serving.accelerator->embodied_kilograms_co2e.value_or(
      figure("accelerator_embodied_kilograms_co2e").central);
  const double server =
      figure("server_embodied_kilograms_co2e").central / figure("server_accelerators").central;
  const double busy_watts =
      in.serving.accelerator->thermal_design_power_watts * figure("mean_power_share").central;
  const double grams_per_joule = (accelerator + server) * kGramsPerKilogram / busy_watts /
                                 figure("hardware_lifespan_seconds").central;
  return joules * grams_per_joule;
}

Footprint compute(const MethodInput& in) {
  const Range accelerators = accelerator_joules(in);
  const Range beside = constant(in.profile, "host_energy_share") +
                       constant(in.profile, "idle_energy_share") + exactly(1.0);
  const Range it_watt_hours = accelerators * beside * (1.0 / kJoulesPerWattHour);
  const Placement& place = in.placement;
  Footprint footprint = operational_footprint(in, it_watt_hours * place.pue);
  footprint.embodied_grams_co2e = embodied_grams(in, accelerators);
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
  return accelerator_joules(in) * (1.0 / kJoulesPerWattHour);
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

RooflineInputs roofline_point(const MethodInput& in) {
  return point_at(in, Constants(in.profile), {});
}

const Method kRoofline{.id = "roofline",
                       .missing_constant = &missing_constant,
                       .compute = &compute,
                       .warnings = &warnings,
                       .accelerator_watt_hours = &accelerator_watt_hours,
                       .needs_serving = true};

}  // namespace gramme
