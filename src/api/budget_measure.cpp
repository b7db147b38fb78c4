#include "api/budget_measure.hpp"

#include <array>

namespace gramme {

namespace {

struct MeasureName {
  BudgetMeasure measure;
  std::string_view name;
};
constexpr std::array kMeasures{MeasureName{BudgetMeasure::grams_co2e, "gramsCo2e"},
                               MeasureName{BudgetMeasure::watt_hours, "wattHours"},
                               MeasureName{BudgetMeasure::tokens, "tokens"}};

}  // namespace

std::string_view name_of(BudgetMeasure measure) {
  return kMeasures.at(static_cast<std::size_t>(measure)).name;
}

BudgetMeasure read_budget_measure(Fields& fields, std::string_view key) {
  const std::string name = fields.text(key);
  for (const MeasureName& entry : kMeasures) {
    if (entry.name == name) return entry.measure;
  }
  fields.reading().report(ErrorCode::out_of_range, fields.at(key),
                          "gramsCo2e, wattHours or tokens");
  return BudgetMeasure::grams_co2e;
}

}  // namespace gramme
