#include "usage/measured_runs.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "measurements/number_text.hpp"
#include "usage/moment.hpp"

namespace gramme {

namespace {

constexpr double kWattHoursPerKilowattHour = 1000.0;
constexpr double kGramsPerKilogram = 1000.0;
constexpr double kMostAmount = 1e15;
constexpr std::size_t kLongestProject = 200;
constexpr std::size_t kLongestId = 200;

/// Without quotes and blanks around it.
std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\"");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\"") - begin + 1);
}

/// False for an amount that nothing can have; a cell without a number says nothing.
bool take_amount(std::optional<double>& amount, std::string_view cell, double factor) {
  const std::optional<double> number = number_in(cell);
  if (!number) return true;
  if (!(*number >= 0.0 && *number <= kMostAmount)) return false;
  amount = *number * factor;
  return true;
}

}  // namespace

MeasuredRuns::Column MeasuredRuns::column_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Column>, 7> kNames{{
      {"timestamp", Column::timestamp},
      {"project_name", Column::project},
      {"run_id", Column::run_id},
      {"duration", Column::duration},
      {"emissions", Column::emissions},
      {"energy_consumed", Column::energy},
      {"water_consumed", Column::water},
  }};
  for (const auto& [known, column] : kNames) {
    if (known == name) return column;
  }
  return Column::ignored;
}

bool MeasuredRuns::is_header(std::string_view line) {
  constexpr std::array kNeeded{Column::timestamp, Column::emissions, Column::energy};
  std::size_t found = 0;
  while (!line.empty()) {
    const std::size_t comma = std::min(line.find(','), line.size());
    const Column column = column_of(trimmed(line.substr(0, comma)));
    const auto needed = std::find(kNeeded.begin(), kNeeded.end(), column);
    if (needed != kNeeded.end()) found |= std::size_t{1} << (needed - kNeeded.begin());
    line.remove_prefix(std::min(comma + 1, line.size()));
  }
  return found == (std::size_t{1} << kNeeded.size()) - 1;
}

void MeasuredRuns::begin(const std::vector<std::string_view>& header, FileNotes& notes) {
  columns_.clear();
  for (const std::string_view name : header) columns_.push_back(column_of(trimmed(name)));
  notes.kind = "emissions_csv";
  has_file_ = true;
}

void MeasuredRuns::take_cell(Row& row, Column column, std::string_view cell) {
  MeasuredRun& run = row.run;
  switch (column) {
    case Column::timestamp:
      // Local time without a zone: its own day.
      run.day = Calendar{}.at(cell).value_or(Moment{}).day;
      break;
    case Column::project:
      run.project = cell.substr(0, kLongestProject);
      break;
    case Column::run_id:
      row.run_id = cell.substr(0, kLongestId);
      break;
    case Column::duration:
      row.is_valid &= take_amount(run.duration_seconds, cell, 1.0);
      break;
    case Column::emissions:
      row.is_valid &= take_amount(run.grams_co2e, cell, kGramsPerKilogram);
      break;
    case Column::energy:
      row.is_valid &= take_amount(run.energy_watt_hours, cell, kWattHoursPerKilowattHour);
      break;
    case Column::water:
      row.is_valid &= take_amount(run.water_litres, cell, 1.0);
      break;
    case Column::ignored:
      break;
  }
}

MeasuredRuns::Row MeasuredRuns::row_of(const std::vector<std::string_view>& fields) const {
  Row row;
  for (std::size_t i = 0; i < fields.size(); ++i) take_cell(row, columns_[i], trimmed(fields[i]));
  row.is_valid &= row.run.energy_watt_hours.has_value() || row.run.grams_co2e.has_value();
  // Both tools write 0 where they were given no figure for water.
  if (row.run.water_litres == 0.0) row.run.water_litres = std::nullopt;
  return row;
}

Problem MeasuredRuns::add_row(const std::vector<std::string_view>& fields, FileNotes& notes,
                              double place) {
  Row row;
  if (fields.size() == columns_.size()) row = row_of(fields);
  if (fields.size() != columns_.size() || !row.is_valid) {
    notes.skip("invalid_run", place);
    return std::nullopt;
  }
  if (!row.run_id.empty()) {
    const auto [known, is_new] = place_by_id_.emplace(std::move(row.run_id), all_.size());
    if (!is_new) {
      MeasuredRun& before = all_[known->second];
      // A run that is noted several times while it goes on has all of itself in its last row.
      if (row.run.duration_seconds > before.duration_seconds) before = std::move(row.run);
      notes.skip("repeated", place);
      return std::nullopt;
    }
  }
  if (all_.size() >= kMostRuns) {
    return fail(ErrorCode::too_large, "", "more than 100,000 runs: analyse a part at a time");
  }
  all_.push_back(std::move(row.run));
  notes.requests += 1.0;
  return std::nullopt;
}

}  // namespace gramme
