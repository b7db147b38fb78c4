// Days of the ledger for spreadsheets.
#include "api/call.hpp"
#include "api/stored_document.hpp"
#include "gramme/ledger_csv.hpp"

namespace gramme {

Problem export_csv_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"days", "hasHeader"});
  std::string csv = fields.flag_or("hasHeader", true) ? ledger_csv_header() : std::string{};
  const List* items = fields.list("days");
  const Path path = fields.at("days");
  for (std::size_t i = 0; items != nullptr && i < items->size() && !reading.problem; ++i) {
    const Path item_path{&path, {}, static_cast<int>(i)};
    csv += ledger_csv_lines(read_stored_day((*items)[i], item_path, reading));
  }
  if (reading.problem) return reading.problem;
  answer.text(csv);
  return std::nullopt;
}

}  // namespace gramme
