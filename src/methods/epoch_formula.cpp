#include "methods/epoch_formula.hpp"

namespace gramme {

namespace {

constexpr double kFlopPerParameterAndToken = 2.0;
constexpr double kParametersPerBillion = 1e9;

}  // namespace

EpochResult epoch_formula(const EpochServer& server, const EpochInputs& inputs) {
  EpochResult result;
  result.flop = kFlopPerParameterAndToken * inputs.active_parameters_billion *
                kParametersPerBillion * inputs.output_tokens.value;
  result.gpu_time = {result.flop / (server.peak_flop_per_second * server.flop_utilization)};
  result.power = server.gpu_power * inputs.pue * server.power_share;
  result.energy = to_watt_hours(result.power * result.gpu_time);
  return result;
}

}  // namespace gramme
