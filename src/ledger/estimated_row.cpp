#include <algorithm>

#include "gramme/ledger.hpp"

namespace gramme {

std::string methodology_of(const Estimate& estimate) {
  std::string out(kMethodologyVersion);
  out.append("/").append(estimate.method).append("/").append(estimate.profile);
  return out;
}

void add_warning_code(LedgerRow& row, std::string_view code, double requests) {
  const bool is_known = std::any_of(row.warnings.begin(), row.warnings.end(),
                                    [&](const auto& entry) { return entry.first == code; });
  if (!is_known) row.warnings.emplace_back(code, requests);
}

LedgerRow estimated_row(const Exchange& exchange, const Estimate& estimate) {
  const Footprint& footprint = estimate.footprint;
  LedgerRow row;
  row.site = exchange.site;
  row.model_id = estimate.model_id;
  row.region = estimate.region;
  row.methodology = methodology_of(estimate);
  row.requests = 1.0;
  row.prompt_tokens = exchange.input_tokens;
  row.cached_input_tokens = exchange.cached_input_tokens;
  row.output_tokens = exchange.output_tokens;
  row.context_tokens = exchange.context_tokens;
  row.reasoning_tokens = estimate.reasoning_tokens.value_or(Range{});
  row.attachment_tokens = estimate.attachment_tokens.value_or(Range{});
  row.energy_watt_hours = footprint.energy_watt_hours;
  row.grams_co2e = footprint.grams_co2e;
  row.water_litres = footprint.water_litres.value_or(Range{});
  row.water_unknown_requests = footprint.water_litres ? 0.0 : 1.0;
  for (const Warning& warning : estimate.warnings) add_warning_code(row, warning.code, 1.0);
  return row;
}

}  // namespace gramme
