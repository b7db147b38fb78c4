#include "api/formula.hpp"
#include "methods/duration_formula.hpp"

namespace gramme {

Result<Value> evaluate_duration(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"seconds", "devices", "devicePowerWatts", "batchSize",
                                              "pue", "lifetimeHours", "fabricationKilogramsCo2e",
                                              "carbonIntensityGramsCo2ePerKilowattHour"});
  DurationServer server;
  server.devices = in.number("devices", kAmount);
  server.device_power = {in.number("devicePowerWatts", kAmount)};
  server.batch_size = in.number("batchSize", {1.0, 1e6});
  server.lifetime_hours = in.number("lifetimeHours", kPositive);
  server.fabrication_kilograms_co2e = in.number("fabricationKilogramsCo2e", kAmount);
  const Seconds time{in.number("seconds", kAmount)};
  const DurationResult result = duration_formula(server, time, in.number("pue", kFormulaPue));
  const double intensity = in.number("carbonIntensityGramsCo2ePerKilowattHour", kAmount);
  return formula_answer(
      in.reading(), {{"energyWattHours", result.energy.value},
                     {"operationalGramsCo2e", to_kilowatt_hours(result.energy).value * intensity},
                     {"embodiedGramsCo2e", result.embodied_grams_co2e}});
}

}  // namespace gramme
