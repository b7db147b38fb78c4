#include "api/formula.hpp"
#include "methods/prefill_decode_as_written_formula.hpp"

namespace gramme {

Result<Value> evaluate_prefill_decode_as_written(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"inputTokens", "outputTokens", "tokensPerSecond",
                                              "gpuPowerWatts", "cpuPowerWatts", "cpuShare", "pue",
                                              "carbonIntensityGramsCo2ePerKilowattHour"});
  AsWrittenServer server;
  server.gpu_power = {in.number("gpuPowerWatts", kAmount)};
  server.cpu_power = {in.number("cpuPowerWatts", kAmount)};
  server.cpu_share = in.number("cpuShare", kShare);
  server.speed = {in.number("tokensPerSecond", kPositive)};
  const AsWrittenInputs inputs{{in.number("inputTokens", kAmount)},
                               {in.number("outputTokens", kAmount)},
                               in.number("pue", kFormulaPue)};
  const double intensity = in.number("carbonIntensityGramsCo2ePerKilowattHour", kAmount);
  const AsWrittenResult result = prefill_decode_as_written_formula(server, inputs);
  const WattHours energy = to_watt_hours(result.energy);
  return formula_answer(in.reading(), {{"seconds", result.time.value},
                                       {"energyWattHours", energy.value},
                                       {"gramsCo2e", to_kilowatt_hours(energy).value * intensity}});
}

}  // namespace gramme
