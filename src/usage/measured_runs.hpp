#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/days.hpp"
#include "gramme/result.hpp"
#include "usage/file_notes.hpp"

namespace gramme {

/// A run as its tool measured it: figures without a range; what its row does not say is absent.
struct MeasuredRun {
  DayNumber day = kUnknownDay;
  std::string project;
  std::optional<double> duration_seconds;
  std::optional<double> energy_watt_hours;
  std::optional<double> grams_co2e;
  std::optional<double> water_litres;
};

/// Reads emissions.csv, of CodeCarbon or `gramme measure`, by the names of its columns
/// (docs/data.md#emissions-files). What was measured is kept as it is, and never weighed.
class MeasuredRuns {
 public:
  static constexpr std::size_t kMostRuns = 100'000;

  /// Whether a first line has the columns of such a table.
  [[nodiscard]] static bool is_header(std::string_view line);

  void begin(const std::vector<std::string_view>& header, FileNotes& notes);
  /// A run that is told of twice counts once: as it was longest.
  /// Errors: too_large beyond kMostRuns.
  [[nodiscard]] Problem add_row(const std::vector<std::string_view>& fields, FileNotes& notes,
                                double place);

  [[nodiscard]] bool has_file() const { return has_file_; }
  [[nodiscard]] const std::vector<MeasuredRun>& all() const { return all_; }

 private:
  enum class Column { ignored, timestamp, project, run_id, duration, emissions, energy, water };

  struct Row {
    MeasuredRun run;
    std::string run_id;
    bool is_valid = true;
  };

  [[nodiscard]] static Column column_of(std::string_view name);
  [[nodiscard]] Row row_of(const std::vector<std::string_view>& fields) const;
  static void take_cell(Row& row, Column column, std::string_view cell);

  std::vector<Column> columns_;
  std::vector<MeasuredRun> all_;
  std::map<std::string, std::size_t> place_by_id_;
  bool has_file_ = false;
};

}  // namespace gramme
