#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kWattHours{0.0, 1e9};
constexpr Bounds kFactor{0.001, 1000.0};
constexpr Bounds kError{0.0, 1e6};

std::string read_name(Fields& fields, std::string_view key) {
  std::string name = fields.text(key);
  if (!fields.reading().problem && name.empty()) {
    fields.reading().report(ErrorCode::out_of_range, fields.at(key), "a name is not empty");
  }
  return name;
}

}  // namespace

Calibration read_calibration(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "model", "hardware", "input_watt_hours_per_token",
                 "output_watt_hours_per_token", "request_watt_hours", "residual_factor", "rows",
                 "held_out_mean_absolute_error_share", "boundary", "source", "as_of"});
  Calibration entry;
  entry.id = read_id(fields);
  entry.model = read_name(fields, "model");
  entry.hardware = read_name(fields, "hardware");
  entry.input_watt_hours_per_token = fields.number("input_watt_hours_per_token", kWattHours);
  entry.output_watt_hours_per_token = fields.number("output_watt_hours_per_token", kWattHours);
  entry.request_watt_hours = fields.number("request_watt_hours", kWattHours);
  entry.residual_factor = fields.range("residual_factor", kFactor);
  entry.rows = fields.number("rows", kCount);
  entry.held_out_mean_absolute_error_share =
      fields.number("held_out_mean_absolute_error_share", kError);
  entry.boundary = fields.texts("boundary");
  entry.source = read_source(fields);
  if (entry.residual_factor.central != 1.0) {
    reading.report(ErrorCode::out_of_range, fields.at("residual_factor"),
                   "its central figure is 1");
  }
  if (entry.input_watt_hours_per_token + entry.output_watt_hours_per_token +
          entry.request_watt_hours ==
      0.0) {
    reading.report(ErrorCode::out_of_range, fields.at("output_watt_hours_per_token"),
                   "at least one of the three coefficients is above 0");
  }
  if (entry.boundary.empty()) {
    reading.report(ErrorCode::missing_key, fields.at("boundary"), "what the meter saw");
  }
  return entry;
}

void link_calibrations(Catalog& catalog) {
  for (Calibration& entry : catalog.calibrations) {
    const ResolvedModel resolved = resolve_model(catalog, entry.model, {});
    if (resolved.match == ModelMatch::exact) entry.model_id = resolved.model().id;
  }
}

}  // namespace gramme
