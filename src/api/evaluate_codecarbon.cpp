#include "api/formula.hpp"
#include "methods/codecarbon_formula.hpp"

namespace gramme {

Result<Value> evaluate_codecarbon_energy(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"powerWatts", "seconds"});
  const Watts power{in.number("powerWatts", kAmount)};
  const Seconds time{in.number("seconds", kAmount)};
  return formula_answer(in.reading(),
                        {{"energyKilowattHours", codecarbon_energy(power, time).value}});
}

Result<Value> evaluate_codecarbon_counter(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"microjoules"});
  const double microjoules = in.number("microjoules", kAmount);
  return formula_answer(
      in.reading(), {{"energyKilowattHours", codecarbon_energy_of_microjoules(microjoules).value}});
}

Result<Value> evaluate_codecarbon_pounds(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"poundsPerMegawattHour"});
  const double kilograms =
      codecarbon_kilograms_per_kilowatt_hour(in.number("poundsPerMegawattHour", kAmount));
  return formula_answer(
      in.reading(), {{"carbonIntensityGramsCo2ePerKilowattHour", kilograms * kGramsPerKilogram}});
}

Result<Value> evaluate_codecarbon_country(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"region", "energyKilowattHours"});
  const std::string region = in.text("region");
  const double energy = in.number("energyKilowattHours", kAmount);
  const CodecarbonIntensity intensity =
      codecarbon_intensity(find_by_id(request.catalog.regions, region));
  const Result<Value> answer = formula_answer(
      in.reading(), {{"gramsCo2e", energy * intensity.grams_co2e_per_kilowatt_hour}});
  if (!answer) return answer.error();
  Value out = *answer;
  out.record()->push_back({"isWorldDefault", intensity.is_world_default});
  return out;
}

Result<Value> evaluate_codecarbon_memory(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"memoryGigabytes", "isArm"});
  const double memory = in.number("memoryGigabytes", kAmount);
  const Watts power = codecarbon_memory_power(memory, in.flag_or("isArm", false));
  return formula_answer(in.reading(), {{"powerWatts", power.value}});
}

Result<Value> evaluate_codecarbon_cpu(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"thermalDesignPowerWatts"});
  const std::optional<double> known = in.optional_number("thermalDesignPowerWatts", kAmount);
  const Watts power = codecarbon_cpu_power(known ? std::optional(Watts{*known}) : std::nullopt);
  return formula_answer(in.reading(), {{"powerWatts", power.value}});
}

}  // namespace gramme
