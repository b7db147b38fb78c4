// Rolls stored periods up into a coarser one.
#include "api/call.hpp"
#include "api/documents.hpp"

namespace gramme {

Problem roll_up_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"range", "date", "parts"});
  const PeriodKind kind = read_period_kind(fields, "range");
  const std::string date = fields.text("date");
  if (!reading.problem && !is_date(kind, date)) {
    reading.report(ErrorCode::out_of_range, fields.at("date"), "not a date of that period");
  }
  std::vector<Period> parts;
  const List* items = fields.list("parts");
  const Path items_path = fields.at("parts");
  for (std::size_t i = 0; items != nullptr && i < items->size() && !reading.problem; ++i) {
    parts.push_back(read_period((*items)[i], Path{&items_path, {}, static_cast<int>(i)}, reading));
  }
  if (reading.problem) return reading.problem;
  const Result<Period> period = roll_up(kind, date, parts);
  if (!period) return period.error();
  write_period(answer, *period);
  return std::nullopt;
}

}  // namespace gramme
