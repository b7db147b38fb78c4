#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "gramme/result.hpp"

namespace gramme {

/// A column of a file of measurements, by the name this project knows it under.
struct MeasuredColumn {
  std::string_view name;
  std::size_t place = 0;
  /// What one of its unit is: tokens, watt-hours or seconds.
  double factor = 1.0;
};

/// Columns whose sum is what a request took.
using EnergyColumns = std::vector<MeasuredColumn>;

struct CalibrationColumns {
  /// Fields of the header: rows of another number are broken.
  std::size_t width = 0;
  MeasuredColumn model;
  std::optional<MeasuredColumn> hardware;
  MeasuredColumn input_tokens;
  MeasuredColumn output_tokens;
  /// The first of which no column is empty counts.
  std::vector<EnergyColumns> energy;
  std::optional<MeasuredColumn> duration;
  /// What the meter saw.
  std::vector<std::string_view> boundary;
  bool is_melodi = false;
};

/// Finds the columns of MELODI files and of this project's own (docs/data.md#calibration-files) in
/// a header, wherever they stand; others, such as an index, are passed over.
/// Errors: missing_key naming the column, at "/rows/1"; duplicate_id for one that stands twice.
[[nodiscard]] Result<CalibrationColumns> find_calibration_columns(
    std::span<const std::string_view> header);

}  // namespace gramme
