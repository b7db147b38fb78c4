#include "api/formula.hpp"
#include "methods/llmcarbon_formula.hpp"

namespace gramme {

namespace {

Result<Value> evaluate_work(const FormulaRequest& request, double flop_per_parameter_and_token) {
  Fields in =
      formula_inputs(request.fields, {"parametersBillion", "tokensBillion", "devices",
                                      "peakTeraflopPerSecond", "efficiency", "devicePowerWatts",
                                      "pue", "carbonIntensityGramsCo2ePerKilowattHour"});
  LlmcarbonWork work;
  work.flop_per_parameter_and_token = flop_per_parameter_and_token;
  work.parameters_billion = in.number("parametersBillion", kAmount);
  work.tokens_billion = in.number("tokensBillion", kAmount);
  work.devices = in.number("devices", kPositive);
  work.peak_teraflop_per_second = in.number("peakTeraflopPerSecond", kPositive);
  work.efficiency = in.number("efficiency", {1e-6, 1.0});
  work.device_power = {in.number("devicePowerWatts", kAmount)};
  work.pue = in.number("pue", kFormulaPue);
  const double intensity = in.number("carbonIntensityGramsCo2ePerKilowattHour", kAmount);
  const LlmcarbonResult result = llmcarbon_formula(work);
  return formula_answer(in.reading(), {{"flop", result.flop},
                                       {"days", result.days},
                                       {"energyKilowattHours", result.energy.value},
                                       {"gramsCo2e", result.energy.value * intensity}});
}

std::vector<LlmcarbonComponent> read_components(Fields& in, const Path& path) {
  std::vector<LlmcarbonComponent> out;
  const List* components = in.list("components");
  if (components == nullptr) {
    in.reading().report(ErrorCode::missing_key, path, "a list of components is expected here");
    return out;
  }
  for (std::size_t i = 0; i < components->size(); ++i) {
    const Path at{&path, {}, static_cast<int>(i)};
    Fields fields((*components)[i], at, in.reading(),
                  {"amount", "kilogramsCo2ePerAmount", "count"});
    out.push_back({fields.number("amount", kAmount),
                   fields.number("kilogramsCo2ePerAmount", kAmount),
                   fields.number("count", kAmount)});
  }
  return out;
}

}  // namespace

Result<Value> evaluate_llmcarbon_training(const FormulaRequest& request) {
  return evaluate_work(request, kTrainingFlopPerParameterAndToken);
}

Result<Value> evaluate_llmcarbon_inference(const FormulaRequest& request) {
  return evaluate_work(request, kInferenceFlopPerParameterAndToken);
}

Result<Value> evaluate_llmcarbon_embodied(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"components", "days", "lifespanDays"});
  const double days = in.number("days", kAmount);
  const double lifespan_days = in.number("lifespanDays", kPositive);
  const Path path = in.at("components");
  double sum = 0.0;
  List each;
  for (const LlmcarbonComponent& component : read_components(in, path)) {
    const double grams =
        llmcarbon_embodied_kilograms_co2e(component, days, lifespan_days) * kGramsPerKilogram;
    sum += grams;
    each.emplace_back(grams);
  }
  const Result<Value> answer = formula_answer(in.reading(), {{"embodiedGramsCo2e", sum}});
  if (!answer) return answer.error();
  Value out = *answer;
  out.record()->push_back({"componentGramsCo2e", std::move(each)});
  return out;
}

}  // namespace gramme
