#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/result.hpp"
#include "measurements/calibration_columns.hpp"
#include "measurements/calibration_rows.hpp"
#include "measurements/calibration_samples.hpp"
#include "measurements/csv.hpp"

namespace gramme {

/// A file of measurements, as the caller names it.
struct CalibrationFile {
  std::string name;
  /// Empty: as the file's own column or, for MELODI files, the end of the file's name says.
  std::string hardware;
};

/// Rows left out for one reason, and where the first of them stands.
struct SkippedCalibrationRows {
  std::string reason;
  std::size_t rows = 0;
  std::string first_file;
  std::size_t first_row = 0;
};

/// Gathers measurements from files of any size, fed in parts. Memory is that of the longest record
/// and of Samples::kMostKept rows.
class CalibrationReader {
 public:
  /// Starts the next file; the one before must have ended.
  void begin_file(CalibrationFile file);

  /// Errors: missing_key, duplicate_id (columns), out_of_range (units), invalid_csv, too_large. The
  /// path names row and column, the message the file.
  [[nodiscard]] Problem feed(std::string_view part);
  [[nodiscard]] Problem end_file();

  [[nodiscard]] bool has_file() const { return has_file_; }
  [[nodiscard]] const Samples& samples() const { return samples_; }
  [[nodiscard]] const std::vector<SkippedCalibrationRows>& skipped() const { return skipped_; }
  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

 private:
  using Fields = std::span<const std::string_view>;

  [[nodiscard]] Problem read(Fields record);
  [[nodiscard]] Problem read_header(Fields record);
  [[nodiscard]] Problem add(const CalibrationRow& row);
  [[nodiscard]] Problem check_power();
  void skip(const UnusableRow& row);
  /// With the file's name in the message.
  [[nodiscard]] Problem located(Problem problem) const;

  CsvRecords records_;
  CalibrationFile file_;
  bool has_file_ = false;
  std::optional<CalibrationColumns> columns_;
  /// Of the first rows of the file: implausible ones give wrong units away.
  std::vector<double> watts_;
  Samples samples_;
  std::vector<UnusableRow> reasons_;
  std::vector<SkippedCalibrationRows> skipped_;
  std::vector<std::string> files_;
};

/// The hardware that a MELODI file's name ends with: "alpaca_gemma_2b_laptop1.csv" is "laptop1".
/// Empty when the name has no such end.
[[nodiscard]] std::string_view hardware_in_name(std::string_view file_name);

}  // namespace gramme
