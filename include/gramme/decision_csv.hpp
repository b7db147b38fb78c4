#pragma once

#include <string>
#include <string_view>

#include "gramme/decision.hpp"

namespace gramme {

/// The names of the columns, with their line end.
[[nodiscard]] std::string decision_csv_header();

/// A line for each row by rank, as month 0, and one for each row of each month ahead. What a month
/// ahead does not have, and what is not known, is an empty cell.
/// @param matrix "now" or "changed"
[[nodiscard]] std::string decision_csv_lines(std::string_view matrix, const Decision& decision);

}  // namespace gramme
