#include "local/components.hpp"

#include <algorithm>
#include <array>

#include "methods/codecarbon_formula.hpp"

namespace gramme {

namespace {

constexpr double kMillisecondsPerSecond = 1000.0;
constexpr double kKilobytesPerGigabyte = 1024.0 * 1024.0;
/// NVIDIA's manual of nvidia-smi: power readings are right to 5 W.
constexpr double kGpuPowerErrorWatts = 5.0;
/// mlco2/codecarbon 2: 3 W for 8 GB.
constexpr double kWattsPerUsedGigabyte = 3.0 / 8.0;

struct MethodName {
  LocalMethod method;
  std::string_view name;
};
constexpr std::array kMethods{
    MethodName{LocalMethod::rapl, "rapl"}, MethodName{LocalMethod::nvml, "nvml"},
    MethodName{LocalMethod::tdp_load, "tdp_load"}, MethodName{LocalMethod::constant, "constant"}};

/// What a graphics processor took until the end of the run: its last power lasts.
Range joules_until_end(const GpuSum& gpu, double end_milliseconds) {
  const double seconds = (end_milliseconds - gpu.last_milliseconds) / kMillisecondsPerSecond;
  return gpu.joules + exactly(gpu.last.power_watts.value_or(0.0) * seconds);
}

Range with_reading_error(const Range& joules, Seconds time) {
  const double error = kGpuPowerErrorWatts * time.value;
  return {std::max(joules.low - error, 0.0), joules.central, joules.high + error};
}

}  // namespace

std::string_view name_of(LocalMethod method) {
  return kMethods.at(static_cast<std::size_t>(method)).name;
}

Seconds run_time(const LocalSums& sums) {
  return {(sums.last.milliseconds - sums.first.milliseconds) / kMillisecondsPerSecond};
}

std::optional<Seconds> command_cpu_time(const LocalRun& run) {
  const LocalSums& sums = run.sums;
  if (!sums.first.waited_ticks || !sums.last.waited_ticks) return std::nullopt;
  double ticks = *sums.last.waited_ticks - *sums.first.waited_ticks + sums.gone_ticks;
  for (const ProcessReading& process : sums.last.processes) ticks += process.ticks;
  return Seconds{ticks / run.machine.ticks_per_second};
}

std::optional<ComponentEnergy> gpu_energy(const LocalRun& run, std::vector<Warning>& warnings) {
  std::optional<ComponentEnergy> out;
  for (const GpuSum& gpu : run.sums.gpus) {
    if (!gpu.last.power_watts) {
      warnings.push_back({"gpu_power_unknown", gpu.last.name.substr(0, 80) +
                                                   " does not tell its power: it is left out"});
      continue;
    }
    const Range joules =
        with_reading_error(joules_until_end(gpu, run.sums.last.milliseconds), run_time(run.sums));
    if (!out) out = ComponentEnergy{LocalMethod::nvml, {}};
    out->watt_hours += joules * (1.0 / kJoulesPerWattHour);
  }
  return out;
}

std::optional<ComponentEnergy> memory_energy(const LocalRun& run) {
  if (!run.machine.memory_kilobytes) return std::nullopt;
  const double gigabytes = *run.machine.memory_kilobytes / kKilobytesPerGigabyte;
  const double whole_watts = codecarbon_memory_power(gigabytes, run.machine.is_arm).value;
  const double hours = run_time(run.sums).value / kSecondsPerHour;
  const double used_gigabyte_hours = run.sums.command_kilobyte_milliseconds /
                                     kKilobytesPerGigabyte / kMillisecondsPerSecond /
                                     kSecondsPerHour;
  const double whole = whole_watts * hours;
  const double used = std::min(used_gigabyte_hours * kWattsPerUsedGigabyte, whole);
  return ComponentEnergy{LocalMethod::constant, {used, whole, whole}};
}

}  // namespace gramme
