#include "measurements/measured_request.hpp"

#include "gramme/units.hpp"

namespace gramme {

namespace {

/// Where a file does not tell: about what a chat message has. How far prompts differ from it is
/// part of the method's own error, which was fitted on such files.
constexpr double kUnknownPromptTokens = 200.0;
constexpr std::string_view kServingClass = "any-server";
/// The name that methods with a fixed batch give it.
constexpr std::string_view kBatchConstant = "batch_size";

[[nodiscard]] Placement nowhere() {
  Placement place;
  place.pue = exactly(1.0);
  place.wue_litres_per_kilowatt_hour = exactly(0.0);
  place.carbon_intensity_grams_co2e_per_kilowatt_hour = exactly(0.0);
  place.grid_wue_litres_per_kilowatt_hour = 0.0;
  return place;
}

[[nodiscard]] OwnServer server_of(const ServingRow& row, Knowledge knowledge) {
  OwnServer own;
  own.accelerator = row.accelerator->id;
  if (knowledge.accelerators) own.accelerators = row.accelerators;
  if (knowledge.batch_size && row.batch_size) own.batch_size = exactly(*row.batch_size);
  if (knowledge.precision) own.bytes_per_parameter = row.bytes_per_parameter;
  return own;
}

}  // namespace

MeasuredRequest::MeasuredRequest(const Catalog& catalog, const ServingRow& row, Knowledge knowledge,
                                 const MethodProfile& profile)
    : profile_(profile) {
  exchange_.model = row.model;
  exchange_.input_tokens = exactly(row.input_tokens.value_or(kUnknownPromptTokens));
  exchange_.output_tokens = exactly(row.output_tokens);
  exchange_.latency_seconds = row.latency_seconds;
  exchange_.server = server_of(row, knowledge);
  model_.id = row.model;
  parameters_ = {exactly(row.total_parameters_billion), exactly(row.active_parameters_billion)};
  if (const auto& batch_size = exchange_.server.batch_size) {
    for (auto& [name, figure] : profile_.constants) {
      if (name == kBatchConstant) figure = *batch_size;
    }
  }
  if (const auto serving = find_serving(catalog, kServingClass, exchange_.server)) {
    serving_ = *serving;
  }
  serving_.is_launched_by_layer = row.is_launched_by_layer;
  serving_.architecture = find_architecture(catalog, row.model);
}

MethodInput MeasuredRequest::input() const {
  return {exchange_, model_, parameters_, nowhere(), profile_, serving_};
}

Range predicted_joules(const Catalog& catalog, const ServingRow& row, Knowledge knowledge,
                       const ChosenMethod& chosen) {
  const MeasuredRequest request(catalog, row, knowledge, *chosen.profile);
  const MethodInput input = request.input();
  const Range watt_hours = chosen.method->accelerator_watt_hours != nullptr
                               ? chosen.method->accelerator_watt_hours(input)
                               : chosen.method->compute(input).energy_watt_hours;
  return watt_hours * kJoulesPerWattHour;
}

}  // namespace gramme
