#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gramme/range.hpp"
#include "gramme/source.hpp"

namespace gramme {

/// Something from daily life that has a footprint. One of the two figures is there: energy is
/// compared with energy, carbon with carbon.
struct EquivalenceEntry {
  std::string id;
  std::string name;
  /// What is counted and what is not, such as "use only".
  std::string scope;
  /// What one is: "charge", "kilometre", "hour".
  std::string unit;
  std::optional<Range> grams_co2e_each;
  std::optional<Range> watt_hours_each;
  Source source;
};

/// So many of it weigh as much.
struct Equivalence {
  const EquivalenceEntry* entry = nullptr;
  Range amount;
};

/// What is compared; both in the unit of the name.
struct Weighed {
  Range grams_co2e;
  Range energy_watt_hours;
};

/// The entry of which the central amount is nearest to one, by their ratio; absent when nothing was
/// weighed. The bounds are the extreme quotients.
[[nodiscard]] std::optional<Equivalence> nearest_equivalence(
    const std::vector<EquivalenceEntry>& entries, const Weighed& weighed);

}  // namespace gramme
