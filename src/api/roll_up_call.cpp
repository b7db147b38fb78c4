// Rolls periods of any form up into a coarser one, to be shown or to be kept.
#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/stored_document.hpp"

namespace gramme {

namespace {

Result<Period> read_and_roll_up(const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"range", "date", "parts"});
  const PeriodKind kind = read_period_kind(fields, "range");
  const std::string date = fields.text("date");
  if (!reading.problem && !is_date(kind, date)) {
    reading.report(ErrorCode::out_of_range, fields.at("date"), "not a date of that period");
  }
  std::vector<Period> parts;
  fields.each_item("parts", [&](const Value& value, const Path& path) {
    parts.push_back(read_any_period(value, path, reading));
  });
  if (reading.problem) return *reading.problem;
  return roll_up(kind, date, parts);
}

}  // namespace

Problem roll_up_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  const Result<Period> period = read_and_roll_up(request);
  if (!period) return period.error();
  write_period(answer, *period);
  return std::nullopt;
}

Problem derive_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  const Result<Period> period = read_and_roll_up(request);
  if (!period) return period.error();
  if (period->kind == PeriodKind::day) {
    return fail(ErrorCode::out_of_range, "/range", "days are recorded, not derived");
  }
  write_stored_totals(answer, *period);
  return std::nullopt;
}

}  // namespace gramme
