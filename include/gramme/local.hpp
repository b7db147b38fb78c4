#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/catalog.hpp"
#include "gramme/cpu.hpp"
#include "gramme/estimate.hpp"
#include "gramme/range.hpp"
#include "gramme/units.hpp"

namespace gramme {

// What is read on the user's own machine while a command runs, and what it comes to
// (docs/method.md#local-measurement). All counters are as the system writes them.

/// A zone of the kernel's power capping (RAPL): a counter that begins anew beyond its maximum.
struct RaplReading {
  /// Folder of the zone: "intel-rapl:0".
  std::string id;
  /// "package-0", "core", "dram", …
  std::string name;
  double microjoules = 0.0;
  double max_microjoules = 0.0;
};

struct GpuReading {
  std::string id;
  std::string name;
  /// Absent: the driver does not tell.
  std::optional<double> power_watts;
  std::optional<double> utilization;
};

/// A process that descends from the command, while it lives.
struct ProcessReading {
  double pid = 0.0;
  /// When it began; tells processes apart that had the same number.
  double started_ticks = 0.0;
  double parent = 0.0;
  /// Its own processor time and that of children it has waited for.
  double ticks = 0.0;
  double memory_kilobytes = 0.0;
};

/// Processor time of the whole machine since it was started.
struct MachineTicks {
  double busy = 0.0;
  double all = 0.0;
};

/// Everything that was read at one moment.
struct LocalSample {
  /// On a clock that only goes forward.
  double milliseconds = 0.0;
  /// Processor time of waited-for children of the process that measures; absent: not readable here.
  std::optional<double> waited_ticks;
  /// Number of the process that measures.
  double own_pid = 0.0;
  std::vector<ProcessReading> processes;
  std::optional<MachineTicks> machine;
  std::optional<double> available_memory_kilobytes;
  std::vector<RaplReading> rapl;
  /// Only those that were read anew.
  std::vector<GpuReading> gpus;
};

struct RaplSum {
  std::string id;
  double microjoules = 0.0;
};

/// Energy of a graphics processor between its readings: as if the lesser, the mean and the greater
/// of two neighbours had lasted.
struct GpuSum {
  GpuReading last;
  double last_milliseconds = 0.0;
  Range joules;
  double utilization_milliseconds = 0.0;
};

/// All samples so far in bounded memory: the first, the last, and sums of what lies between.
struct LocalSums {
  LocalSample first;
  LocalSample last;
  /// Last known processor time of processes that ended without anybody of theirs waiting for them.
  double gone_ticks = 0.0;
  std::vector<RaplSum> rapl;
  std::vector<GpuSum> gpus;
  /// Over time, of the command and of the machine.
  double command_kilobyte_milliseconds = 0.0;
  double available_kilobyte_milliseconds = 0.0;
};

/// The sums of one sample alone: the moment before the command begins.
[[nodiscard]] LocalSums begin_sums(LocalSample first);

/// Adds the next sample. Precondition: it is not earlier than the last one.
void add_sample(LocalSums& sums, LocalSample sample);

/// The machine that the command ran on.
struct LocalMachine {
  /// Empty: not known.
  std::string cpu_model;
  double threads = 1.0;
  /// Packages with a thermal design power each.
  double sockets = 1.0;
  bool is_arm = false;
  bool is_virtual = false;
  /// Whether a counter of the processor's energy is there that may not be read.
  bool has_closed_rapl = false;
  /// The user's own figure for one package.
  std::optional<double> thermal_design_power_watts;
  std::optional<double> memory_kilobytes;
  double ticks_per_second = 100.0;
};

struct LocalRun {
  LocalMachine machine;
  LocalSums sums;
  /// Name of a region; empty: none was given.
  std::string country;
  double pue = 1.0;
  std::optional<double> wue_litres_per_kilowatt_hour;
};

/// How the energy of a component was found.
enum class LocalMethod { rapl, nvml, tdp_load, constant };

[[nodiscard]] std::string_view name_of(LocalMethod method);

struct LocalComponent {
  LocalMethod method = LocalMethod::constant;
  /// PUE included.
  Range energy_watt_hours;
  /// Mean; without PUE.
  Range power_watts;
};

/// What the processor's energy was reckoned with.
struct CpuBasis {
  std::optional<double> seconds;
  Range thermal_design_power_watts;
  /// Empty with the user's own figure or none.
  Source source;
};

struct LocalFootprint {
  double seconds = 0.0;
  LocalComponent cpu;
  CpuBasis cpu_basis;
  std::optional<LocalComponent> gpu;
  std::optional<LocalComponent> memory;
  Range energy_watt_hours;
  Range grams_co2e;
  std::optional<Range> water_litres;
  // Shares of the whole machine, means over time; absent: not readable here.
  std::optional<double> cpu_utilization;
  std::optional<double> gpu_utilization;
  std::optional<double> memory_used_kilobytes;
  /// What the carbon was counted with; both belong to the catalog.
  const Region* region = nullptr;
  const CloudRegion* cloud = nullptr;
  Range carbon_intensity_grams_co2e_per_kilowatt_hour;
  std::vector<Warning> warnings;
};

/// Energy, carbon and water of a run. Never fails: what is not known stands in with a warning.
[[nodiscard]] LocalFootprint weigh_run(const Catalog& catalog, const std::vector<CpuGroup>& cpus,
                                       const LocalRun& run);

}  // namespace gramme
