#pragma once

#include "gramme/units.hpp"

namespace gramme {

/// Software Carbon Intensity: grams of CO2e per functional unit, operational and embodied together.
[[nodiscard]] double sci_grams_per_unit(double operational_grams_co2e, double embodied_grams_co2e,
                                        double functional_units);

/// A server as the Impact Framework's SciEmbodied plugin sees it; defaults are its baseline.
struct SciServer {
  double vcpus = 1.0;
  double memory_gigabytes = 16.0;
  double ssds = 0.0;
  double hdds = 0.0;
  double gpus = 0.0;
  /// Share of the server that is used.
  double usage_ratio = 1.0;
};

[[nodiscard]] double sci_embodied_grams_co2e(const SciServer& server, Seconds time);

/// A processor under load, of which a share of the virtual ones is used.
struct TeadsLoad {
  Watts thermal_design_power;
  /// 0..1
  double utilization = 0.0;
  double vcpus_total = 1.0;
  double vcpus_allocated = 1.0;
};

/// Power as a share of the thermal design power, between Teads's four measured points.
[[nodiscard]] double teads_power_share(double utilization);

[[nodiscard]] KilowattHours teads_energy(const TeadsLoad& load, Seconds time);

}  // namespace gramme
