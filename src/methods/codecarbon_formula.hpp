#pragma once

#include <optional>

#include "gramme/catalog.hpp"
#include "gramme/units.hpp"

namespace gramme {

/// Energy of a constant power.
[[nodiscard]] KilowattHours codecarbon_energy(Watts power, Seconds time);

/// Energy of a counter in microjoules, with CodeCarbon's rounded factor.
[[nodiscard]] KilowattHours codecarbon_energy_of_microjoules(double microjoules);

/// Intensity in kilograms per kilowatt-hour from pounds per megawatt-hour.
[[nodiscard]] double codecarbon_kilograms_per_kilowatt_hour(double pounds_per_megawatt_hour);

/// Power of the memory, from the number of modules that a machine of that size usually has.
[[nodiscard]] Watts codecarbon_memory_power(double memory_gigabytes, bool is_arm);

/// Power of a processor without a meter: half its thermal design power, or half a usual one.
[[nodiscard]] Watts codecarbon_cpu_power(std::optional<Watts> thermal_design_power);

struct CodecarbonIntensity {
  double grams_co2e_per_kilowatt_hour = 0.0;
  /// True where the country is not known and CodeCarbon's world figure stands in.
  bool is_world_default = false;
};

/// A country's yearly average: the central figure of the catalog's region.
[[nodiscard]] CodecarbonIntensity codecarbon_intensity(const Region* region);

}  // namespace gramme
