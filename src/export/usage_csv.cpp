#include "gramme/usage_csv.hpp"

#include "export/row_cells.hpp"

namespace gramme {

std::string usage_csv(const std::vector<UsageRow>& rows) {
  CsvLine header;
  for (const char* name : {"date", "platform", "profile", "model_id"}) header.text(name);
  write_row_names(header);
  std::string out = std::move(header).ended();
  for (const UsageRow& row : rows) {
    CsvLine line;
    line.text(row.day == kUnknownDay ? std::string{} : date_text(row.day));
    line.text(row.sums.site);
    line.text(row.profile);
    line.text(row.sums.model_id);
    write_row_cells(line, row.sums);
    out += std::move(line).ended();
  }
  return out;
}

}  // namespace gramme
