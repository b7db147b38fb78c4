#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "measurements/calibration_columns.hpp"

namespace gramme {

/// One measured request; the views are those of the record it was read from.
struct CalibrationRow {
  std::string_view model;
  /// Empty: the file's.
  std::string_view hardware;
  double input_tokens = 0.0;
  double output_tokens = 0.0;
  double watt_hours = 0.0;
  /// Mean power over the request, where its time is known.
  std::optional<double> watts;
};

/// Why a row cannot be used; `column` may be empty.
struct UnusableRow {
  std::string_view column;
  std::string_view why;

  friend constexpr bool operator==(const UnusableRow&, const UnusableRow&) = default;
};

/// Answers of more tokens are runaways: they say more of the machine's patience than of the model.
inline constexpr double kMostOutputTokens = 100000.0;

/// Reads one record under the columns of its header.
[[nodiscard]] std::variant<CalibrationRow, UnusableRow> read_calibration_row(
    const CalibrationColumns& columns, std::span<const std::string_view> record);

}  // namespace gramme
