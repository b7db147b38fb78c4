#pragma once

#include "gramme/local.hpp"

namespace gramme {

/// Time from the first to the last sample.
[[nodiscard]] Seconds run_time(const LocalSums& sums);

/// Processor time of the command and its descendants; absent where it cannot be read.
[[nodiscard]] std::optional<Seconds> command_cpu_time(const LocalRun& run);

/// Energies before PUE, in watt-hours.
struct ComponentEnergy {
  LocalMethod method = LocalMethod::constant;
  Range watt_hours;
};

struct CpuEnergy {
  ComponentEnergy energy;
  CpuBasis basis;
};

[[nodiscard]] CpuEnergy cpu_energy(const LocalRun& run, const std::vector<CpuGroup>& cpus,
                                   std::vector<Warning>& warnings);

/// Absent: there is none, or none whose power is known.
[[nodiscard]] std::optional<ComponentEnergy> gpu_energy(const LocalRun& run,
                                                        std::vector<Warning>& warnings);

/// Absent: its size is not known.
[[nodiscard]] std::optional<ComponentEnergy> memory_energy(const LocalRun& run);

}  // namespace gramme
