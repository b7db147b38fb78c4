#include "api/formula.hpp"
#include "methods/epoch_formula.hpp"

namespace gramme {

Result<Value> evaluate_epoch(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields,
                             {"activeParametersBillion", "outputTokens", "peakFlopPerSecond",
                              "flopUtilization", "gpuPowerWatts", "powerShare", "pue"});
  const EpochServer server{in.number("peakFlopPerSecond", kPositive),
                           in.number("flopUtilization", {1e-6, 1.0}),
                           {in.number("gpuPowerWatts", kAmount)},
                           in.number("powerShare", kShare)};
  const EpochInputs inputs{in.number("activeParametersBillion", kAmount),
                           {in.number("outputTokens", kAmount)},
                           in.number("pue", kFormulaPue)};
  const EpochResult result = epoch_formula(server, inputs);
  return formula_answer(in.reading(), {{"flop", result.flop},
                                       {"gpuSeconds", result.gpu_time.value},
                                       {"powerWatts", result.power.value},
                                       {"energyWattHours", result.energy.value}});
}

}  // namespace gramme
