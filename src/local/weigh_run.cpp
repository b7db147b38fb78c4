#include "local/components.hpp"

namespace gramme {

namespace {

constexpr std::string_view kWorld = "_world";

/// The region of that name; the world where there is none, with a warning.
void put_place(LocalFootprint& out, const Catalog& catalog, const std::string& country) {
  const NamedRegion named = country.empty() ? NamedRegion{} : find_named_region(catalog, country);
  out.region = named.region == nullptr ? find_region(catalog, kWorld) : named.region;
  out.cloud = named.cloud;
  if (country.empty()) {
    out.warnings.push_back(
        {"region_assumed", "no country was given: the world's average; --country FRA"});
  } else if (named.region == nullptr) {
    out.warnings.push_back({"unknown_region", "\"" + country.substr(0, 60) +
                                                  "\" is not a known region: the world's average; "
                                                  "`gramme regions` lists them"});
  }
  const bool has_own =
      out.cloud != nullptr && out.cloud->carbon_intensity_grams_co2e_per_kilowatt_hour;
  if (has_own) {
    out.carbon_intensity_grams_co2e_per_kilowatt_hour =
        *out.cloud->carbon_intensity_grams_co2e_per_kilowatt_hour;
  } else if (out.region != nullptr) {
    out.carbon_intensity_grams_co2e_per_kilowatt_hour =
        out.region->carbon_intensity_grams_co2e_per_kilowatt_hour;
  }
}

LocalComponent component_of(const ComponentEnergy& energy, const LocalRun& run) {
  const double hours = run_time(run.sums).value / kSecondsPerHour;
  const Range power = hours > 0.0 ? energy.watt_hours * (1.0 / hours) : Range{};
  return {energy.method, energy.watt_hours * run.pue, power};
}

void put_machine(LocalFootprint& out, const LocalRun& run) {
  const LocalSums& sums = run.sums;
  const double milliseconds = sums.last.milliseconds - sums.first.milliseconds;
  if (sums.first.machine && sums.last.machine) {
    const double all = sums.last.machine->all - sums.first.machine->all;
    if (all > 0.0) out.cpu_utilization = (sums.last.machine->busy - sums.first.machine->busy) / all;
  }
  if (milliseconds <= 0.0) return;
  if (sums.last.available_memory_kilobytes && run.machine.memory_kilobytes) {
    out.memory_used_kilobytes =
        *run.machine.memory_kilobytes - sums.available_kilobyte_milliseconds / milliseconds;
  }
  double utilization = 0.0;
  for (const GpuSum& gpu : sums.gpus) utilization += gpu.utilization_milliseconds / milliseconds;
  if (!sums.gpus.empty()) {
    out.gpu_utilization = utilization / static_cast<double>(sums.gpus.size());
  }
}

void warn_of_left_processes(LocalFootprint& out, const LocalRun& run) {
  const std::size_t left = run.sums.last.processes.size();
  if (left == 0) return;
  out.warnings.push_back(
      {"processes_left", std::to_string(left) +
                             " processes that the command began go on; what they "
                             "take from now on is not counted"});
}

}  // namespace

LocalFootprint weigh_run(const Catalog& catalog, const std::vector<CpuGroup>& cpus,
                         const LocalRun& run) {
  LocalFootprint out;
  out.seconds = run_time(run.sums).value;
  const CpuEnergy cpu = cpu_energy(run, cpus, out.warnings);
  out.cpu = component_of(cpu.energy, run);
  out.cpu_basis = cpu.basis;
  out.energy_watt_hours = out.cpu.energy_watt_hours;
  if (const auto gpu = gpu_energy(run, out.warnings)) {
    out.gpu = component_of(*gpu, run);
    out.energy_watt_hours += out.gpu->energy_watt_hours;
  }
  if (const auto memory = memory_energy(run)) {
    out.memory = component_of(*memory, run);
    out.energy_watt_hours += out.memory->energy_watt_hours;
  }
  put_place(out, catalog, run.country);
  const Range kilowatt_hours = out.energy_watt_hours * (1.0 / kWattHoursPerKilowattHour);
  out.grams_co2e = kilowatt_hours * out.carbon_intensity_grams_co2e_per_kilowatt_hour;
  if (run.wue_litres_per_kilowatt_hour) {
    out.water_litres = kilowatt_hours * *run.wue_litres_per_kilowatt_hour;
  }
  put_machine(out, run);
  warn_of_left_processes(out, run);
  return out;
}

}  // namespace gramme
