#include "api/formula.hpp"
#include "methods/co2js_formula.hpp"

namespace gramme {

Result<Value> evaluate_co2js_swd3(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"bytes", "isVisit"});
  const Co2jsTransfer transfer{in.number("bytes", kAmount), in.flag_or("isVisit", false)};
  return formula_answer(in.reading(), {{"gramsCo2e", co2js_swd3_grams_co2e(transfer)}});
}

Result<Value> evaluate_co2js_swd4(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"bytes", "carbonIntensityGramsCo2ePerKilowattHour"});
  const double bytes = in.number("bytes", kAmount);
  const double intensity = in.optional_number("carbonIntensityGramsCo2ePerKilowattHour", kAmount)
                               .value_or(kSwd4WorldGramsCo2ePerKilowattHour);
  return formula_answer(in.reading(), {{"gramsCo2e", co2js_swd4_grams_co2e(bytes, intensity)}});
}

Result<Value> evaluate_co2js_one_byte(const FormulaRequest& request) {
  Fields in = formula_inputs(request.fields, {"bytes"});
  const double grams = co2js_one_byte_grams_co2e(in.number("bytes", kAmount));
  return formula_answer(in.reading(), {{"gramsCo2e", grams}});
}

}  // namespace gramme
