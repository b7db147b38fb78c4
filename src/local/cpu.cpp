#include <algorithm>

#include "local/components.hpp"
#include "methods/codecarbon_formula.hpp"
#include "methods/sci_formula.hpp"

namespace gramme {

namespace {

/// A processor at work usually takes half its thermal design power (mlco2/codecarbon 3.2.9), and a
/// thread of one that is not known 4 W; the processors of config/local/cpus.yaml lie between 1 W
/// (Apple M1) and 16 W (Core i5-9600K) a thread.
constexpr double kUsualPowerShare = 0.5;
constexpr Range kWattsPerThread{1.0, 4.0, 16.0};
/// Of a machine whose processor does not say its name (mlco2/codecarbon 3.2.9), as wide as above.
constexpr Range kUnnamedPowerWatts{21.25, 85.0, 340.0};
constexpr double kMicrojoulesPerWattHour = 3.6e9;

struct Power {
  /// Of all packages together.
  Range watts;
  Source source;
};

/// A virtual machine has some threads of a processor: at most as many watts as those of one that is
/// not known, though all of the processor may be its own.
Range shared_power(const LocalMachine& machine, double whole_watts) {
  const Range threads = kWattsPerThread * machine.threads;
  return {std::min(threads.low, whole_watts), std::min(threads.central, whole_watts), whole_watts};
}

Power known_power(const LocalMachine& machine, const CpuGroup& group,
                  std::vector<Warning>& warnings) {
  const double whole = group.thermal_design_power_watts * machine.sockets;
  if (!machine.is_virtual) return {exactly(whole), group.source};
  warnings.push_back({"cpu_shared",
                      "a virtual machine has a part of this processor, nobody tells "
                      "which: --tdp gives the watts of its own share"});
  return {shared_power(machine, whole), group.source};
}

Power unknown_power(const LocalMachine& machine, std::vector<Warning>& warnings) {
  if (machine.cpu_model.empty()) {
    warnings.push_back({"cpu_unknown",
                        "the processor does not say its name: 85 W stand in; --tdp "
                        "gives its own"});
    return {kUnnamedPowerWatts, {}};
  }
  warnings.push_back({"cpu_unknown", "\"" + machine.cpu_model.substr(0, 80) +
                                         "\" is not in the table: 4 W for each of its threads; "
                                         "--tdp gives its own"});
  return {kWattsPerThread * machine.threads, {}};
}

Power design_power(const LocalMachine& machine, const std::vector<CpuGroup>& cpus,
                   std::vector<Warning>& warnings) {
  if (machine.thermal_design_power_watts) {
    return {exactly(*machine.thermal_design_power_watts * machine.sockets), {}};
  }
  const CpuGroup* group = find_cpu(cpus, machine.cpu_model);
  return group == nullptr ? unknown_power(machine, warnings)
                          : known_power(machine, *group, warnings);
}

/// Mean shares of the design power: half of what CodeCarbon counts for a process, what it counts,
/// and all that Teads's curve gives a machine of that load, idle included.
Range power_shares(const LocalRun& run, Seconds busy) {
  const double threads = run.machine.threads;
  const Seconds whole = run_time(run.sums) * threads;
  const double load = whole.value > 0.0 ? std::min(busy / whole, 1.0) : 0.0;
  return {load * kUsualPowerShare, load, std::max(load, teads_power_share(load))};
}

CpuEnergy energy_by_load(const LocalRun& run, const Power& power, std::vector<Warning>& warnings) {
  const std::optional<Seconds> busy = command_cpu_time(run);
  const double hours = run_time(run.sums).value / kSecondsPerHour;
  CpuEnergy out;
  out.basis.thermal_design_power_watts = power.watts;
  out.basis.source = power.source;
  if (busy) {
    out.basis.seconds = busy->value;
    out.energy = {LocalMethod::tdp_load, power.watts * power_shares(run, *busy) * hours};
    return out;
  }
  warnings.push_back({"cpu_time_unknown",
                      "this system does not tell the command's processor time: "
                      "half of the design power for the whole time"});
  const Range shares{0.0, kUsualPowerShare, teads_power_share(1.0)};
  out.energy = {LocalMethod::constant, power.watts * shares * hours};
  return out;
}

/// One kind of counter only: the memory-mapped one where both are there, and of it the packages.
std::optional<double> package_watt_hours(const LocalSums& sums) {
  constexpr std::string_view kMapped = "intel-rapl-mmio";
  const auto is_package = [&](const RaplReading& zone) {
    return std::string_view(zone.name).starts_with("package");
  };
  const bool has_mapped = std::any_of(
      sums.last.rapl.begin(), sums.last.rapl.end(),
      [&](const RaplReading& zone) { return is_package(zone) && zone.id.starts_with(kMapped); });
  std::optional<double> watt_hours;
  for (const RaplSum& sum : sums.rapl) {
    const auto zone = std::find_if(sums.last.rapl.begin(), sums.last.rapl.end(),
                                   [&](const RaplReading& other) { return other.id == sum.id; });
    if (zone == sums.last.rapl.end() || !is_package(*zone)) continue;
    if (has_mapped != zone->id.starts_with(kMapped)) continue;
    watt_hours = watt_hours.value_or(0.0) + sum.microjoules / kMicrojoulesPerWattHour;
  }
  return watt_hours;
}

/// The command's share of the time that the machine was busy; 0 where that is not known.
double busy_share(const LocalRun& run) {
  const LocalSums& sums = run.sums;
  const std::optional<Seconds> command = command_cpu_time(run);
  if (!command || !sums.first.machine || !sums.last.machine) return 0.0;
  const double ticks = sums.last.machine->busy - sums.first.machine->busy;
  const double command_ticks = command->value * run.machine.ticks_per_second;
  return ticks > 0.0 ? std::min(command_ticks / ticks, 1.0) : 0.0;
}

void warn_of_counter(bool is_still, bool is_closed, std::vector<Warning>& warnings) {
  if (is_still) {
    warnings.push_back({"rapl_not_readable", "the processor's own energy counter does not move"});
  } else if (is_closed) {
    warnings.push_back({"rapl_not_readable",
                        "the processor's own energy counter may be read by "
                        "the administrator only: run with sudo"});
  }
}

}  // namespace

CpuEnergy cpu_energy(const LocalRun& run, const std::vector<CpuGroup>& cpus,
                     std::vector<Warning>& warnings) {
  const std::optional<double> counted = package_watt_hours(run.sums);
  // Some virtual machines show a counter that never moves; no processor takes nothing.
  const bool is_still = counted && *counted <= 0.0;
  if (!counted || is_still) {
    warn_of_counter(is_still, run.machine.has_closed_rapl, warnings);
    return energy_by_load(run, design_power(run.machine, cpus, warnings), warnings);
  }
  CpuEnergy out;
  if (const std::optional<Seconds> busy = command_cpu_time(run)) out.basis.seconds = busy->value;
  out.energy = {LocalMethod::rapl, {*counted * busy_share(run), *counted, *counted}};
  return out;
}

}  // namespace gramme
