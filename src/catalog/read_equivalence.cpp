#include "catalog/read_sections.hpp"

namespace gramme {

EquivalenceEntry read_equivalence(const Value& value, const Path& path, Reading& reading) {
  constexpr Bounds kEach{1e-6, 1e9};
  Fields fields(
      value, path, reading,
      {"id", "name", "scope", "unit", "grams_co2e_each", "watt_hours_each", "source", "as_of"});
  EquivalenceEntry entry;
  entry.id = read_id(fields);
  entry.name = fields.text("name");
  entry.scope = fields.text("scope");
  entry.unit = fields.text("unit");
  entry.grams_co2e_each = fields.optional_range("grams_co2e_each", kEach);
  entry.watt_hours_each = fields.optional_range("watt_hours_each", kEach);
  if (!reading.problem && entry.grams_co2e_each.has_value() == entry.watt_hours_each.has_value()) {
    reading.report(ErrorCode::missing_key, path, "grams_co2e_each or watt_hours_each, one of them");
  }
  entry.source = read_source(fields);
  return entry;
}

}  // namespace gramme
