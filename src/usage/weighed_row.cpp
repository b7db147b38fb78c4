#include "usage/weighed_row.hpp"

#include <algorithm>

namespace gramme {

namespace {

Range per_request(const Range& sum, double requests) { return sum * (1.0 / requests); }

/// Reasoning is told apart from the rest of the output.
void add_tokens(LedgerRow& row, const Waiting& waiting) {
  row.prompt_tokens += waiting.each.input * waiting.requests;
  row.cached_input_tokens += waiting.each.cached_input * waiting.requests;
  const Range output = waiting.each.output * waiting.requests;
  const double hidden = std::min(waiting.reasoning_tokens, output.low);
  row.output_tokens += {output.low - hidden, output.central - hidden, output.high - hidden};
  row.reasoning_tokens += exactly(hidden);
}

}  // namespace

Waiting waiting_of(const UsageEvent& event) {
  const double requests = std::max(event.requests, 1.0);
  return {
      {per_request(event.input_tokens, requests), per_request(event.cached_input_tokens, requests),
       per_request(event.output_tokens, requests)},
      requests,
      event.reasoning_tokens,
      event.day,
      event.is_estimated,
      event.warnings};
}

LedgerRow empty_row(const LedgerRow& pattern) {
  LedgerRow row;
  row.site = pattern.site;
  row.model_id = pattern.model_id;
  row.region = pattern.region;
  row.methodology = pattern.methodology;
  return row;
}

void count_warning(LedgerRow& row, std::string_view code, double requests) {
  for (auto& [known, count] : row.warnings) {
    if (known != code) continue;
    count += requests;
    return;
  }
  row.warnings.emplace_back(code, requests);
}

void count_warnings(LedgerRow& row, const std::array<const char*, 3>& codes, double requests) {
  for (const char* const code : codes) {
    if (code != nullptr) count_warning(row, code, requests);
  }
}

void add_weighed(LedgerRow& row, const Waiting& waiting, const Footprint& footprint) {
  row.requests += waiting.requests;
  row.prompts += waiting.requests;
  row.estimated_requests += waiting.is_estimated ? waiting.requests : 0.0;
  add_tokens(row, waiting);
  row.energy_watt_hours += footprint.energy_watt_hours * waiting.requests;
  row.grams_co2e += footprint.grams_co2e * waiting.requests;
  row.water_litres += footprint.water_litres.value_or(Range{}) * waiting.requests;
  row.water_unknown_requests += footprint.water_litres ? 0.0 : waiting.requests;
  count_warnings(row, waiting.warnings, waiting.requests);
}

}  // namespace gramme
