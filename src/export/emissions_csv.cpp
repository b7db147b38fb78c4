#include "gramme/emissions_csv.hpp"

#include <algorithm>
#include <set>

#include "export/csv_line.hpp"
#include "export/emissions_cells.hpp"
#include "measurements/csv.hpp"

namespace gramme {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// Without these no file is taken for one of CodeCarbon's.
constexpr std::array<std::string_view, 3> kNeededColumns{"timestamp", "duration", "emissions"};

using Columns = std::vector<std::string>;

std::string_view without_mark(std::string_view csv) {
  return csv.starts_with(kByteOrderMark) ? csv.substr(kByteOrderMark.size()) : csv;
}

bool has_only_line_ends(std::string_view text) {
  return text.find_first_not_of("\r\n") == std::string_view::npos;
}

/// The first record; empty when there is no whole one.
Columns header_of(std::string_view head) {
  Columns columns;
  const std::size_t end = head.find_first_of("\r\n", head.find_first_not_of("\r\n"));
  CsvRecords records;
  const auto keep = [&](const std::vector<std::string_view>& fields) -> Problem {
    if (columns.empty()) columns.assign(fields.begin(), fields.end());
    return std::nullopt;
  };
  const Problem problem = records.feed(head.substr(0, end), keep);
  if (problem || records.finish(keep)) return {};
  return columns;
}

std::size_t place_of(std::string_view column) {
  const auto found = std::find(kEmissionsColumns.begin(), kEmissionsColumns.end(), column);
  return static_cast<std::size_t>(found - kEmissionsColumns.begin());
}

bool has(const Columns& columns, std::string_view name) {
  return std::find(columns.begin(), columns.end(), name) != columns.end();
}

EmissionsAction action_for(const Columns& columns) {
  const bool is_known = std::all_of(columns.begin(), columns.end(), [](const std::string& column) {
    return place_of(column) < kEmissionsColumns.size();
  });
  const bool is_unique =
      std::set<std::string>(columns.begin(), columns.end()).size() == columns.size();
  const bool has_needed =
      std::all_of(kNeededColumns.begin(), kNeededColumns.end(),
                  [&](std::string_view column) { return has(columns, column); });
  if (!is_known || !is_unique || !has_needed) return EmissionsAction::aside;
  return columns.size() == kEmissionsColumns.size() ? EmissionsAction::append
                                                    : EmissionsAction::widen;
}

Columns all_columns() { return {kEmissionsColumns.begin(), kEmissionsColumns.end()}; }

std::string header_line() {
  CsvLine line;
  for (const std::string_view column : kEmissionsColumns) line.text(column);
  return std::move(line).ended();
}

std::string_view line_end_of(std::string_view head) {
  const std::size_t end = head.find('\n');
  return end != std::string_view::npos && (end == 0 || head[end - 1] != '\r') ? "\n" : "\r\n";
}

template <typename Cells>
std::string row_line(const Cells& cells, const Columns& columns, std::string_view line_end) {
  CsvLine line;
  for (const std::string& column : columns) {
    const EmissionsCell& cell = cells[place_of(column)];
    if (cell.is_number) {
      line.as_is(cell.text);
    } else {
      line.text(cell.text);
    }
  }
  return std::move(line).ended(line_end);
}

/// One row of an older file with all columns; those that it has not are empty.
std::string widened(const std::vector<std::string_view>& fields, const Columns& columns) {
  CsvLine line;
  for (const std::string_view column : kEmissionsColumns) {
    const auto found = std::find(columns.begin(), columns.end(), column);
    line.as_is(found == columns.end() ? std::string_view{}
                                      : fields[static_cast<std::size_t>(found - columns.begin())]);
  }
  return std::move(line).ended();
}

}  // namespace

EmissionsRow emissions_row(const LocalRun& run, const LocalFootprint& footprint,
                           const RunLabels& labels, const EmissionsFile& file) {
  const auto cells = emissions_cells(run, footprint, labels);
  const std::string_view head = without_mark(file.head);
  EmissionsRow row;
  if (has_only_line_ends(head)) {
    row.text = header_line() + row_line(cells, all_columns(), "\r\n");
    return row;
  }
  const Columns columns = header_of(head);
  row.action = action_for(columns);
  if (row.action == EmissionsAction::append) {
    const std::string_view line_end = line_end_of(head);
    row.text = (file.is_line_open ? std::string(line_end) : std::string{}) +
               row_line(cells, columns, line_end);
    return row;
  }
  row.text = (row.action == EmissionsAction::aside ? header_line() : std::string{}) +
             row_line(cells, all_columns(), "\r\n");
  return row;
}

Result<std::string> widen_emissions(std::string_view csv) {
  std::string out = header_line();
  Columns columns;
  CsvRecords records;
  const auto take = [&](const std::vector<std::string_view>& fields) -> Problem {
    if (columns.empty()) {
      columns.assign(fields.begin(), fields.end());
    } else if (fields.size() == columns.size()) {
      out += widened(fields, columns);
    } else {
      return fail(ErrorCode::invalid_csv, "/rows/" + std::to_string(records.row()),
                  "this row has " + std::to_string(fields.size()) + " fields, the header " +
                      std::to_string(columns.size()));
    }
    return std::nullopt;
  };
  if (Problem problem = records.feed(without_mark(csv), take)) return *std::move(problem);
  if (Problem problem = records.finish(take)) return *std::move(problem);
  if (action_for(columns) == EmissionsAction::aside) {
    return fail(ErrorCode::invalid_csv, "/rows/1", "these are not CodeCarbon's columns");
  }
  return out;
}

}  // namespace gramme
