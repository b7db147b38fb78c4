#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/local.hpp"
#include "gramme/result.hpp"

namespace gramme {

/// The columns of CodeCarbon's emissions.csv, in its order (docs/data.md#emissions-files).
inline constexpr std::array<std::string_view, 38> kEmissionsColumns{"timestamp",
                                                                    "project_name",
                                                                    "run_id",
                                                                    "experiment_id",
                                                                    "duration",
                                                                    "emissions",
                                                                    "emissions_rate",
                                                                    "cpu_power",
                                                                    "gpu_power",
                                                                    "ram_power",
                                                                    "cpu_energy",
                                                                    "gpu_energy",
                                                                    "ram_energy",
                                                                    "energy_consumed",
                                                                    "water_consumed",
                                                                    "country_name",
                                                                    "country_iso_code",
                                                                    "region",
                                                                    "cloud_provider",
                                                                    "cloud_region",
                                                                    "os",
                                                                    "python_version",
                                                                    "codecarbon_version",
                                                                    "cpu_count",
                                                                    "cpu_model",
                                                                    "gpu_count",
                                                                    "gpu_model",
                                                                    "longitude",
                                                                    "latitude",
                                                                    "ram_total_size",
                                                                    "tracking_mode",
                                                                    "cpu_utilization_percent",
                                                                    "gpu_utilization_percent",
                                                                    "ram_utilization_percent",
                                                                    "ram_used_gb",
                                                                    "on_cloud",
                                                                    "pue",
                                                                    "wue"};

/// What the caller says of a run.
struct RunLabels {
  /// Local time as CodeCarbon writes it: "2026-11-21T14:03:59".
  std::string timestamp;
  std::string project;
  std::string run_id;
  std::string experiment_id;
  std::string os;
  /// Written where CodeCarbon writes its version.
  std::string software;
};

/// What is to be done with the file that a row belongs to.
enum class EmissionsAction {
  /// There is none, or an empty one: it begins with the header.
  create,
  /// Its columns are the 38, in whatever order.
  append,
  /// Its columns are some of the 38, as in older versions: its rows are carried over.
  widen,
  /// It is no such file: it is kept aside, and a new one begins.
  aside,
};

struct EmissionsRow {
  EmissionsAction action = EmissionsAction::create;
  /// What is added at the file's end, header included where it begins.
  std::string text;
};

/// The end of an existing file, which decides how a row is added to it.
struct EmissionsFile {
  /// Its beginning, at least the header.
  std::string head;
  /// Whether its last line was never ended.
  bool is_line_open = false;
};

/// The row of a run, all 38 fields, in the order of the file's own columns.
[[nodiscard]] EmissionsRow emissions_row(const LocalRun& run, const LocalFootprint& footprint,
                                         const RunLabels& labels, const EmissionsFile& file);

/// A file of fewer columns as one of all 38; cells that it has not are empty, all others as they
/// were. Errors: invalid_csv where it cannot be read without a doubt; too_large.
[[nodiscard]] Result<std::string> widen_emissions(std::string_view csv);

}  // namespace gramme
