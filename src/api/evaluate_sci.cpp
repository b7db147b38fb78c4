#include "api/formula.hpp"
#include "methods/sci_formula.hpp"

namespace gramme {

Result<Value> evaluate_sci(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields,
                             {"operationalGramsCo2e", "embodiedGramsCo2e", "functionalUnits"});
  const double operational = in.number("operationalGramsCo2e", kAmount);
  const double embodied = in.optional_number("embodiedGramsCo2e", kAmount).value_or(0.0);
  const double units = in.number("functionalUnits", kPositive);
  return formula_answer(in.reading(),
                        {{"gramsCo2ePerUnit", sci_grams_per_unit(operational, embodied, units)}});
}

Result<Value> evaluate_sci_embodied(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"seconds", "vcpus", "memoryGigabytes", "ssds", "hdds",
                                              "gpus", "usageRatio"});
  SciServer server;
  server.vcpus = in.optional_number("vcpus", kAmount).value_or(server.vcpus);
  server.memory_gigabytes =
      in.optional_number("memoryGigabytes", kAmount).value_or(server.memory_gigabytes);
  server.ssds = in.optional_number("ssds", kAmount).value_or(server.ssds);
  server.hdds = in.optional_number("hdds", kAmount).value_or(server.hdds);
  server.gpus = in.optional_number("gpus", kAmount).value_or(server.gpus);
  server.usage_ratio = in.optional_number("usageRatio", kShare).value_or(server.usage_ratio);
  const Seconds time{in.number("seconds", kAmount)};
  return formula_answer(in.reading(),
                        {{"embodiedGramsCo2e", sci_embodied_grams_co2e(server, time)}});
}

Result<Value> evaluate_sci_teads(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields,
                             {"seconds", "thermalDesignPowerWatts", "utilization", "vcpusTotal",
                              "vcpusAllocated", "carbonIntensityGramsCo2ePerKilowattHour"});
  const Seconds time{in.number("seconds", kAmount)};
  TeadsLoad load;
  load.thermal_design_power = {in.number("thermalDesignPowerWatts", kAmount)};
  load.utilization = in.number("utilization", kShare);
  load.vcpus_total = in.number("vcpusTotal", kPositive);
  load.vcpus_allocated = in.number("vcpusAllocated", kAmount);
  const double intensity = in.number("carbonIntensityGramsCo2ePerKilowattHour", kAmount);
  const KilowattHours energy = teads_energy(load, time);
  return formula_answer(in.reading(), {{"powerShare", teads_power_share(load.utilization)},
                                       {"energyKilowattHours", energy.value},
                                       {"operationalGramsCo2e", energy.value * intensity}});
}

}  // namespace gramme
