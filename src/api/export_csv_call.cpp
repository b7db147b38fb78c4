// Days of the ledger for spreadsheets.
#include "api/call.hpp"
#include "api/stored_document.hpp"
#include "gramme/ledger_csv.hpp"

namespace gramme {

Problem export_csv_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"days", "hasHeader"});
  std::string csv = fields.flag_or("hasHeader", true) ? ledger_csv_header() : std::string{};
  fields.each_item("days", [&](const Value& value, const Path& path) {
    csv += ledger_csv_lines(read_stored_day(value, path, reading));
  });
  if (reading.problem) return reading.problem;
  answer.text(csv);
  return std::nullopt;
}

}  // namespace gramme
