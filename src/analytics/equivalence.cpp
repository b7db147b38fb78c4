#include "gramme/equivalence.hpp"

#include <cmath>

namespace gramme {

namespace {

/// Preconditions: each > 0.
Range divided(const Range& figure, const Range& each) {
  return {figure.low / each.high, figure.central / each.central, figure.high / each.low};
}

Range amount_of(const EquivalenceEntry& entry, const Weighed& weighed) {
  if (entry.watt_hours_each) return divided(weighed.energy_watt_hours, *entry.watt_hours_each);
  if (entry.grams_co2e_each) return divided(weighed.grams_co2e, *entry.grams_co2e_each);
  return {};
}

}  // namespace

std::optional<Equivalence> nearest_equivalence(const std::vector<EquivalenceEntry>& entries,
                                               const Weighed& weighed) {
  std::optional<Equivalence> best;
  double smallest_distance = 0.0;
  for (const EquivalenceEntry& entry : entries) {
    const Range amount = amount_of(entry, weighed);
    if (!(amount.central > 0.0)) continue;
    const double distance = std::abs(std::log(amount.central));
    if (best && distance >= smallest_distance) continue;
    best = Equivalence{&entry, amount};
    smallest_distance = distance;
  }
  return best;
}

}  // namespace gramme
