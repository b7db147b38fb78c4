#include "gramme/service_csv.hpp"

#include "export/csv_line.hpp"

namespace gramme {

namespace {

std::string lines_of(std::string_view range, const ServiceSums& sums) {
  std::string out;
  for (const ServiceRow& row : sums.by_service_and_language) {
    CsvLine line;
    line.text(range);
    line.text(sums.date);
    line.text(row.service);
    line.text(row.language);
    line.number(row.use.requests);
    line.range(row.use.prompt_tokens + row.use.output_tokens);
    line.range(row.use.energy_watt_hours);
    line.range(row.use.grams_co2e);
    out += std::move(line).ended();
  }
  return out;
}

}  // namespace

std::string service_csv(const ServiceSums& day, const ServiceSums& month) {
  CsvLine header;
  for (const char* name :
       {"range", "date", "service", "language", "requests", "tokens_low", "tokens_central",
        "tokens_high", "energy_watt_hours_low", "energy_watt_hours_central",
        "energy_watt_hours_high", "grams_co2e_low", "grams_co2e_central", "grams_co2e_high"}) {
    header.text(name);
  }
  std::string out = std::move(header).ended();
  out += lines_of("day", day);
  out += lines_of("month", month);
  return out;
}

}  // namespace gramme
