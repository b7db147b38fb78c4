#include "gramme/ledger_csv.hpp"

#include <array>

#include "export/csv_line.hpp"

namespace gramme {

namespace {

struct RangeColumn {
  std::string_view name;
  Range LedgerRow::*figure;
};

/// Every range of a row: three columns each.
constexpr std::array kRanges{
    RangeColumn{"prompt_tokens", &LedgerRow::prompt_tokens},
    RangeColumn{"cached_input_tokens", &LedgerRow::cached_input_tokens},
    RangeColumn{"output_tokens", &LedgerRow::output_tokens},
    RangeColumn{"context_tokens", &LedgerRow::context_tokens},
    RangeColumn{"reasoning_tokens", &LedgerRow::reasoning_tokens},
    RangeColumn{"attachment_tokens", &LedgerRow::attachment_tokens},
    RangeColumn{"energy_watt_hours", &LedgerRow::energy_watt_hours},
    RangeColumn{"grams_co2e", &LedgerRow::grams_co2e},
    RangeColumn{"water_litres", &LedgerRow::water_litres},
};

struct CountColumn {
  std::string_view name;
  double LedgerRow::*count;
};

constexpr std::array kCounts{
    CountColumn{"requests", &LedgerRow::requests},
    CountColumn{"prompts", &LedgerRow::prompts},
    CountColumn{"estimated_requests", &LedgerRow::estimated_requests},
    CountColumn{"water_unknown_requests", &LedgerRow::water_unknown_requests},
};

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : " ") + text;
  return out;
}

std::string codes_of(const LedgerRow& row) {
  std::vector<std::string> codes;
  for (const auto& [code, count] : row.warnings) codes.push_back(code);
  return joined(codes);
}

std::string line_of(const LedgerDay& day, const DayPart& part, const LedgerRow& row) {
  CsvLine line;
  line.text(day.date);
  line.text(joined(day.zones));
  line.text(part.device);
  line.text(row.site);
  line.text(row.model_id);
  line.text(row.region);
  line.text(row.methodology);
  for (const CountColumn& column : kCounts) line.number(row.*column.count);
  for (const RangeColumn& column : kRanges) {
    line.number((row.*column.figure).low);
    line.number((row.*column.figure).central);
    line.number((row.*column.figure).high);
  }
  line.text(codes_of(row));
  return std::move(line).ended();
}

}  // namespace

std::string ledger_csv_header() {
  CsvLine line;
  for (const char* name :
       {"date", "zones", "device", "site", "model_id", "region", "methodology"}) {
    line.text(name);
  }
  for (const CountColumn& column : kCounts) line.text(column.name);
  for (const RangeColumn& column : kRanges) {
    for (const char* bound : {"_low", "_central", "_high"}) {
      line.text(std::string(column.name) + bound);
    }
  }
  line.text("warnings");
  return std::move(line).ended();
}

std::string ledger_csv_lines(const LedgerDay& day) {
  std::string out;
  for (const DayPart& part : day.parts) {
    for (const LedgerRow& row : part.rows) out += line_of(day, part, row);
  }
  return out;
}

}  // namespace gramme
