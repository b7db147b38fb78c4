#include "export/emissions_cells.hpp"

#include <algorithm>
#include <map>

#include "json/json_writer.hpp"

namespace gramme {

namespace {

constexpr double kPercent = 100.0;
constexpr double kKilobytesPerGigabyte = 1024.0 * 1024.0;
constexpr std::size_t kCountryCodeLetters = 3;

EmissionsCell number(double value) {
  std::string text;
  JsonWriter(text).number(value);
  return {std::move(text), true};
}

EmissionsCell number_or_empty(const std::optional<double>& value, double factor = 1.0) {
  return value ? number(*value * factor) : EmissionsCell{};
}

EmissionsCell text(std::string value) { return {std::move(value), false}; }

double kilowatt_hours(const Range& watt_hours) {
  return watt_hours.central / kWattHoursPerKilowattHour;
}

/// ISO 3166-1 alpha-3; groups of countries and zones have none.
std::string country_code(const Region* region) {
  if (region == nullptr || region->id.size() != kCountryCodeLetters) return {};
  std::string code = region->id;
  for (char& letter : code) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return code;
}

/// "2 x NVIDIA A100" for each kind.
std::string gpu_models(const std::vector<GpuSum>& gpus) {
  std::map<std::string, int> counts;
  for (const GpuSum& gpu : gpus) ++counts[gpu.last.name];
  std::string out;
  for (const auto& [name, count] : counts) {
    out += (out.empty() ? "" : "; ") + std::to_string(count) + " x " + name;
  }
  return out;
}

using NamedCells = std::map<std::string_view, EmissionsCell>;

void put_labels(NamedCells& cells, const RunLabels& labels) {
  cells["timestamp"] = text(labels.timestamp);
  cells["project_name"] = text(labels.project);
  cells["run_id"] = text(labels.run_id);
  cells["experiment_id"] = text(labels.experiment_id);
  cells["os"] = text(labels.os);
  cells["codecarbon_version"] = text(labels.software);
}

void put_component(NamedCells& cells, const std::optional<LocalComponent>& component,
                   const std::array<std::string_view, 2>& columns) {
  const LocalComponent none;
  const LocalComponent& shown = component ? *component : none;
  cells[columns[0]] = number(shown.power_watts.central);
  cells[columns[1]] = number(kilowatt_hours(shown.energy_watt_hours));
}

void put_figures(NamedCells& cells, const LocalFootprint& footprint) {
  const double kilograms = footprint.grams_co2e.central / kGramsPerKilogram;
  cells["duration"] = number(footprint.seconds);
  cells["emissions"] = number(kilograms);
  cells["emissions_rate"] = number(footprint.seconds > 0.0 ? kilograms / footprint.seconds : 0.0);
  put_component(cells, footprint.cpu, {"cpu_power", "cpu_energy"});
  put_component(cells, footprint.gpu, {"gpu_power", "gpu_energy"});
  put_component(cells, footprint.memory, {"ram_power", "ram_energy"});
  cells["energy_consumed"] = number(kilowatt_hours(footprint.energy_watt_hours));
  // CodeCarbon writes 0 where no water use was given, and says so in the last column.
  cells["water_consumed"] = number(footprint.water_litres.value_or(Range{}).central);
}

void put_place(NamedCells& cells, const LocalFootprint& footprint) {
  if (footprint.region != nullptr) cells["country_name"] = text(footprint.region->name);
  cells["country_iso_code"] = text(country_code(footprint.region));
  cells["on_cloud"] = text(footprint.cloud == nullptr ? "N" : "Y");
  if (footprint.cloud == nullptr) return;
  const std::string& id = footprint.cloud->id;
  const std::size_t dash = id.find('-');
  cells["cloud_provider"] = text(id.substr(0, dash));
  cells["cloud_region"] = text(dash == std::string::npos ? id : id.substr(dash + 1));
}

void put_machine(NamedCells& cells, const LocalRun& run, const LocalFootprint& footprint) {
  const LocalMachine& machine = run.machine;
  cells["cpu_count"] = number(machine.threads);
  cells["cpu_model"] = text(machine.cpu_model);
  cells["gpu_count"] = number(static_cast<double>(run.sums.gpus.size()));
  cells["gpu_model"] = text(gpu_models(run.sums.gpus));
  cells["ram_total_size"] = number_or_empty(machine.memory_kilobytes, 1.0 / kKilobytesPerGigabyte);
  cells["tracking_mode"] =
      text(footprint.cpu.method == LocalMethod::tdp_load ? "process" : "machine");
  cells["cpu_utilization_percent"] = number_or_empty(footprint.cpu_utilization, kPercent);
  cells["gpu_utilization_percent"] = number_or_empty(footprint.gpu_utilization, kPercent);
  cells["ram_used_gb"] =
      number_or_empty(footprint.memory_used_kilobytes, 1.0 / kKilobytesPerGigabyte);
  if (machine.memory_kilobytes) {
    cells["ram_utilization_percent"] =
        number_or_empty(footprint.memory_used_kilobytes, kPercent / *machine.memory_kilobytes);
  }
  cells["pue"] = number(run.pue);
  cells["wue"] = number(run.wue_litres_per_kilowatt_hour.value_or(0.0));
}

}  // namespace

std::array<EmissionsCell, kEmissionsColumns.size()> emissions_cells(const LocalRun& run,
                                                                    const LocalFootprint& footprint,
                                                                    const RunLabels& labels) {
  NamedCells cells;
  put_labels(cells, labels);
  put_figures(cells, footprint);
  put_place(cells, footprint);
  put_machine(cells, run, footprint);
  std::array<EmissionsCell, kEmissionsColumns.size()> out;
  std::transform(kEmissionsColumns.begin(), kEmissionsColumns.end(), out.begin(),
                 [&](std::string_view column) { return cells[column]; });
  return out;
}

}  // namespace gramme
