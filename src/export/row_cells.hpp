#pragma once

#include <string>
#include <vector>

#include "export/csv_line.hpp"
#include "gramme/ledger.hpp"

namespace gramme {

/// Names of the columns of a row: its region, methodology, counts, figures and warnings. Figures
/// that are ranges take three columns.
void write_row_names(CsvLine& line);
/// The cells under them.
void write_row_cells(CsvLine& line, const LedgerRow& row);

/// Words with a blank between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& texts);

}  // namespace gramme
