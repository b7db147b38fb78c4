#include "api/formula.hpp"
#include "methods/jegham_formula.hpp"

namespace gramme {

namespace {

JeghamNode read_node(Fields& in) {
  JeghamNode node;
  node.gpu_power = {in.number("nodeGpuPowerWatts", kAmount)};
  node.other_power = {in.number("nodeOtherPowerWatts", kAmount)};
  node.gpus = in.number("nodeGpus", kPositive);
  node.batch_size = in.number("batchSize", {1.0, 1e6});
  node.gpus_used = in.number("gpusUsed", kAmount);
  node.gpu_power_share = in.number("gpuPowerShare", kShare);
  node.other_power_share = in.number("otherPowerShare", kShare);
  return node;
}

}  // namespace

Result<Value> evaluate_jegham(const FormulaRequest& request) {
  Fields in =
      formula_inputs(request.fields, {"nodeGpuPowerWatts", "nodeOtherPowerWatts", "nodeGpus",
                                      "batchSize", "gpusUsed", "gpuPowerShare", "otherPowerShare",
                                      "outputTokens", "tokensPerSecond", "secondsToFirstToken",
                                      "pue", "carbonIntensityGramsCo2ePerKilowattHour",
                                      "wueLitresPerKilowattHour", "gridWueLitresPerKilowattHour"});
  const JeghamNode node = read_node(in);
  const JeghamInputs inputs{{in.number("outputTokens", kAmount)},
                            {in.number("tokensPerSecond", kPositive)},
                            {in.number("secondsToFirstToken", kAmount)},
                            in.number("pue", kFormulaPue)};
  const JeghamWater water{in.number("wueLitresPerKilowattHour", kAmount),
                          in.number("gridWueLitresPerKilowattHour", kAmount)};
  const double intensity = in.number("carbonIntensityGramsCo2ePerKilowattHour", kAmount);
  const JeghamResult result = jegham_formula(node, inputs);
  return formula_answer(in.reading(),
                        {{"gpuUtilization", result.gpu_utilization},
                         {"otherUtilization", result.other_utilization},
                         {"energyWattHours", result.energy.value},
                         {"gramsCo2e", to_kilowatt_hours(result.energy).value * intensity},
                         {"waterLitres", jegham_water_litres(water, result.energy, inputs.pue)}});
}

}  // namespace gramme
