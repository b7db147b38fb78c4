#include "gramme/decision_csv.hpp"

#include "export/csv_line.hpp"

namespace gramme {

namespace {

void put(CsvLine& line, const std::optional<double>& number) {
  if (number) {
    line.number(*number);
  } else {
    line.text("");
  }
}

void put_empty(CsvLine& line, int cells) {
  for (int i = 0; i < cells; ++i) line.text("");
}

void begin(CsvLine& line, std::string_view matrix, int month, const ServiceEntry& entry) {
  line.text(matrix);
  line.number(month);
  line.text(entry.service);
  line.text(entry.language);
  line.text(entry.kind);
}

std::string line_of(std::string_view matrix, const DecidedRow& row) {
  CsvLine line;
  begin(line, matrix, 0, row.weighed.entry);
  line.number(row.weighed.entry.files_per_month);
  line.range(row.grams_co2e_per_month);
  put(line, row.score.score);
  line.text(row.advised ? name_of(row.advised->advice) : "");
  line.number(row.rank);
  line.range(row.watt_hours_per_month);
  line.number(row.score.scored_share);
  if (!row.advised) {
    put_empty(line, 5);
    return std::move(line).ended();
  }
  line.text(name_of(row.advised->reason));
  put(line, row.advised->reduced_files);
  line.range(row.advised->saves_grams_co2e);
  return std::move(line).ended();
}

std::string line_of(std::string_view matrix, const Decision& decision, const ProjectedRow& ahead) {
  CsvLine line;
  begin(line, matrix, ahead.month, decision.rows[ahead.row].weighed.entry);
  line.number(ahead.files);
  line.range(ahead.grams_co2e);
  put(line, ahead.score);
  line.text(ahead.advice ? name_of(*ahead.advice) : "");
  put_empty(line, 10);
  return std::move(line).ended();
}

}  // namespace

std::string decision_csv_header() {
  CsvLine line;
  for (const char* name : {"matrix",
                           "month",
                           "service",
                           "language",
                           "kind",
                           "files_per_month",
                           "grams_co2e_low",
                           "grams_co2e_central",
                           "grams_co2e_high",
                           "score",
                           "advice",
                           "rank",
                           "watt_hours_low",
                           "watt_hours_central",
                           "watt_hours_high",
                           "scored_share",
                           "reason",
                           "reduced_files_per_month",
                           "saves_grams_co2e_low",
                           "saves_grams_co2e_central",
                           "saves_grams_co2e_high"}) {
    line.text(name);
  }
  return std::move(line).ended();
}

std::string decision_csv_lines(std::string_view matrix, const Decision& decision) {
  std::string out;
  for (const DecidedRow& row : decision.rows) out += line_of(matrix, row);
  for (const ProjectedRow& ahead : decision.projection) out += line_of(matrix, decision, ahead);
  return out;
}

}  // namespace gramme
