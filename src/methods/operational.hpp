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

/// Litres on the site and at the grid for what servers use, each where it is known.
inline void put_water_parts(Footprint& footprint, const Placement& place,
                            const Range& it_kilowatt_hours) {
  if (place.wue_litres_per_kilowatt_hour) {
    footprint.on_site_water_litres = it_kilowatt_hours * *place.wue_litres_per_kilowatt_hour;
  }
  if (place.grid_wue_litres_per_kilowatt_hour) {
    footprint.grid_water_litres =
        it_kilowatt_hours * place.pue * *place.grid_wue_litres_per_kilowatt_hour;
  }
}

}  // namespace gramme
