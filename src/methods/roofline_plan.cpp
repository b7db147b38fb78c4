#include "methods/roofline_plan.hpp"

#include <cmath>
#include <numeric>

#include "methods/server_size.hpp"
#include "methods/spread.hpp"

namespace gramme {

namespace {

constexpr std::array<std::string_view, kRooflineTermCount + 15> kNames{
    "weights_factor",
    "compute_factor",
    "sequence_seconds",
    "context_factor",
    "layer_launch_seconds",
    "request_layer_seconds",
    "prefill_factor",
    "residual_factor",
    "mixture_residual_factor",
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

using Bound = double Range::*;

/// Which bound of each input a point is at.
struct Corner {
  Bound parameters = &Range::central;
  Bound batch = &Range::central;
  Bound bytes = &Range::central;
  const Accelerator* accelerator = nullptr;
  double accelerators_factor = 1.0;
};

void put_accelerator(RooflineServer& server, const Accelerator& accelerator) {
  server.thermal_design_power_watts = accelerator.thermal_design_power_watts;
  server.memory_bandwidth_gigabytes_per_second =
      accelerator.memory_bandwidth_gigabytes_per_second.value_or(0.0);
  // Also for weights of fewer bits: metered servers do not get faster at the multiplications by
  // them.
  server.peak_teraflops = accelerator.peak_teraflops_16bit.value_or(0.0);
}

/// Where the shape is not public: layers grow with the size as those of open models do.
void put_shape(RooflineServer& server, const ModelArchitecture* shape,
               const RooflineConstants& constants) {
  if (shape != nullptr) {
    server.layers = shape->layers;
    server.hidden_size = shape->hidden_size;
    server.kv_values_per_token = shape->kv_values_per_token;
    return;
  }
  constexpr double kBillions = 8.0;
  server.layers = constants.layers_of_8_billion *
                  std::pow(server.active_parameters_billion / kBillions, constants.layers_exponent);
  server.hidden_size = server.layers * constants.hidden_size_per_layer;
  server.kv_values_per_token = constants.kv_values_per_token;
}

RooflineServer server_at(const MethodInput& in, const RooflineConstants& constants,
                         const Corner& corner) {
  RooflineServer server;
  server.total_parameters_billion = in.parameters.total_billion.*corner.parameters;
  server.active_parameters_billion = in.parameters.active_billion.*corner.parameters;
  server.bytes_per_parameter = in.serving.bytes_per_parameter.*corner.bytes;
  server.batch_size = in.serving.batch_size.*corner.batch;
  server.is_launched_by_layer = in.serving.is_launched_by_layer;
  const Accelerator& accelerator =
      corner.accelerator == nullptr ? *in.serving.accelerator : *corner.accelerator;
  put_accelerator(server, accelerator);
  put_shape(server, in.serving.architecture, constants);
  const double needed =
      gpus_needed({.overhead_factor = constants.memory_overhead_factor,
                   .total_parameters_billion = server.total_parameters_billion,
                   .quantization_bits = server.bytes_per_parameter * kBitsPerByte,
                   .gpu_memory_gigabytes = accelerator.memory_gigabytes.value_or(1.0)});
  server.accelerators = in.serving.accelerators.value_or(needed) * corner.accelerators_factor;
  return server;
}

}  // namespace

RooflineConstants::RooflineConstants(const MethodProfile& profile) {
  std::size_t next = 0;
  // Profiles usually hold them in this order: then none is searched for.
  const auto figure = [&]() -> const Range& {
    const std::size_t place = next++;
    const bool is_here =
        place < profile.constants.size() && profile.constants[place].first == kNames.at(place);
    return is_here ? profile.constants[place].second : constant(profile, kNames.at(place));
  };
  for (double& factor : factors) factor = figure().central;
  residual_factor = figure();
  mixture_residual_factor = figure();
  cached_work_share = figure().central;
  memory_overhead_factor = figure().central;
  host_energy_share = figure();
  idle_energy_share = figure();
  mean_power_share = figure().central;
  server_embodied_kilograms_co2e = figure().central;
  accelerator_embodied_kilograms_co2e = figure().central;
  server_accelerators = figure().central;
  hardware_lifespan_seconds = figure().central;
  layers_of_8_billion = figure().central;
  layers_exponent = figure().central;
  kv_values_per_token = figure().central;
  hidden_size_per_layer = figure().central;
}

std::span<const std::string_view> RooflineConstants::names() { return kNames; }

RooflineServer roofline_server(const MethodInput& in, const RooflineConstants& constants) {
  return server_at(in, constants, {});
}

RooflinePlan::RooflinePlan(const MethodInput& in)
    : constants_(in.profile),
      central_(roofline_rates(roofline_server(in, constants_))),
      residual_factor_(is_mixture(in.parameters) ? constants_.mixture_residual_factor
                                                 : constants_.residual_factor) {
  const Serving& serving = in.serving;
  const auto add = [&](ServingUnknown unknown, const Corner& low, const Corner& high) {
    ends_.at(count_++) = {unknown, roofline_rates(server_at(in, constants_, low)),
                          roofline_rates(server_at(in, constants_, high))};
  };
  if (!is_exact(in.parameters.total_billion) || !is_exact(in.parameters.active_billion)) {
    add(ServingUnknown::parameters, {.parameters = &Range::low}, {.parameters = &Range::high});
  }
  if (!is_exact(serving.batch_size)) {
    add(ServingUnknown::batch, {.batch = &Range::low}, {.batch = &Range::high});
  }
  if (!is_exact(serving.bytes_per_parameter)) {
    add(ServingUnknown::precision, {.bytes = &Range::low}, {.bytes = &Range::high});
  }
  if (serving.best_accelerator != nullptr) {
    add(ServingUnknown::accelerator, {.accelerator = serving.best_accelerator},
        {.accelerator = serving.worst_accelerator});
  }
  if (!serving.accelerators) {
    add(ServingUnknown::accelerators, {}, {.accelerators_factor = 2.0});
  }
}

double RooflinePlan::joules_at(const RooflineRates& rates, const RooflineTokens& tokens) const {
  const RooflineTerms terms = roofline_terms(rates, tokens, constants_.cached_work_share);
  return std::inner_product(terms.begin(), terms.end(), constants_.factors.begin(), 0.0);
}

Range RooflinePlan::joules(const RooflineTokens& tokens) const {
  if (tokens.sum() <= 0.0) return {};
  Spread spread(joules_at(central_, tokens));
  for (const Ends& ends : unknowns()) {
    spread.add(joules_at(ends.low, tokens), joules_at(ends.high, tokens));
  }
  return spread.with(residual_factor_);
}

}  // namespace gramme
