#include "methods/llmcarbon_formula.hpp"

namespace gramme {

namespace {

constexpr double kPerBillion = 1e9;
constexpr double kFlopPerTeraflop = 1e12;
constexpr double kSecondsPerDay = 86400.0;

}  // namespace

LlmcarbonResult llmcarbon_formula(const LlmcarbonWork& work) {
  LlmcarbonResult result;
  result.flop = work.flop_per_parameter_and_token * (work.parameters_billion * kPerBillion) *
                (work.tokens_billion * kPerBillion);
  const double flop_per_second =
      work.devices * work.peak_teraflop_per_second * kFlopPerTeraflop * work.efficiency;
  const Seconds time{result.flop / flop_per_second};
  result.days = time.value / kSecondsPerDay;
  result.energy =
      to_kilowatt_hours(to_watt_hours(work.device_power * work.devices * time * work.pue));
  return result;
}

double llmcarbon_embodied_kilograms_co2e(const LlmcarbonComponent& component, double days,
                                         double lifespan_days) {
  return component.amount * component.kilograms_co2e_per_amount * component.count * days /
         lifespan_days;
}

}  // namespace gramme
