#pragma once

#include <string>

#include "decision/weigh_entry.hpp"

namespace gramme {

/// Where the machines stand.
struct Site {
  Range pue;
  std::string region;
  Range carbon_intensity_grams_co2e_per_kilowatt_hour;
};

/// The matrix's place, or the usual one of the provider, with a warning.
/// Errors: unknown_region, unknown_provider.
[[nodiscard]] Result<Site> find_site(const Catalog& catalog, const DecisionMatrix& matrix,
                                     const std::string& provider_id, WeighingNotes& notes);

/// Operational carbon of that energy.
[[nodiscard]] Range grams_of(const Range& watt_hours, const Site& site);

}  // namespace gramme
