#pragma once

#include <array>

#include "gramme/emissions_csv.hpp"

namespace gramme {

/// One field of a row.
struct EmissionsCell {
  std::string text;
  bool is_number = false;
};

/// The fields of a run, in the order of kEmissionsColumns; energies in kWh, carbon in kg, central.
[[nodiscard]] std::array<EmissionsCell, kEmissionsColumns.size()> emissions_cells(
    const LocalRun& run, const LocalFootprint& footprint, const RunLabels& labels);

}  // namespace gramme
