#pragma once

#include <string>

#include "gramme/ledger_day.hpp"

namespace gramme {

/// The names of the columns, with their line end.
[[nodiscard]] std::string ledger_csv_header();

/// A line for each row of each installation's part (RFC 4180: CRLF, quotes doubled). Figures that
/// are ranges take three columns. Texts that a spreadsheet would take for a formula begin with '.
[[nodiscard]] std::string ledger_csv_lines(const LedgerDay& day);

}  // namespace gramme
