#pragma once

#include "gramme/units.hpp"
#include "methods/method.hpp"

namespace gramme {

/// A footprint of energy and its carbon on the grid; what else a method has is added by it.
[[nodiscard]] inline Footprint operational_footprint(const Placement& place,
                                                     const Range& energy_watt_hours) {
  Footprint footprint;
  footprint.energy_watt_hours = energy_watt_hours;
  footprint.operational_grams_co2e = energy_watt_hours *
                                     place.carbon_intensity_grams_co2e_per_kilowatt_hour *
                                     (1.0 / kWattHoursPerKilowattHour);
  footprint.grams_co2e = footprint.operational_grams_co2e;
  return footprint;
}

[[nodiscard]] inline Footprint operational_footprint(const MethodInput& in,
                                                     const Range& energy_watt_hours) {
  return operational_footprint(in.placement, energy_watt_hours);
}

}  // namespace gramme
