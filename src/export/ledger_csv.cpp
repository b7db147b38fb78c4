#include "gramme/ledger_csv.hpp"

#include "export/row_cells.hpp"

namespace gramme {

std::string ledger_csv_header() {
  CsvLine line;
  for (const char* name : {"date", "zones", "device", "site", "model_id"}) line.text(name);
  write_row_names(line);
  return std::move(line).ended();
}

std::string ledger_csv_lines(const LedgerDay& day) {
  std::string out;
  for (const DayPart& part : day.parts) {
    for (const LedgerRow& row : part.rows) {
      CsvLine line;
      line.text(day.date);
      line.text(joined(day.zones));
      line.text(part.device);
      line.text(row.site);
      line.text(row.model_id);
      write_row_cells(line, row);
      out += std::move(line).ended();
    }
  }
  return out;
}

}  // namespace gramme
