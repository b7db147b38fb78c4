#include <algorithm>

#include "gramme/ledger.hpp"

namespace gramme {

namespace {

bool is_same_key(const LedgerRow& a, const LedgerRow& b) {
  return a.site == b.site && a.model_id == b.model_id && a.region == b.region &&
         a.methodology == b.methodology;
}

void add_warning(LedgerRow& sum, const std::pair<std::string, double>& warning) {
  for (auto& [code, count] : sum.warnings) {
    if (code != warning.first) continue;
    count += warning.second;
    return;
  }
  sum.warnings.push_back(warning);
}

/// Differences of sums may miss 0 by a last digit; the order of the bounds is kept.
Range without(const Range& sum, const Range& part) {
  const double low = std::max(0.0, sum.low - part.low);
  const double central = std::max(low, sum.central - part.central);
  return {low, central, std::max(central, sum.high - part.high)};
}

void remove_warning(LedgerRow& sum, const std::pair<std::string, double>& warning) {
  for (auto& [code, count] : sum.warnings) {
    if (code == warning.first) count = std::max(0.0, count - warning.second);
  }
  const auto is_gone = [](const auto& entry) { return entry.second <= 0.0; };
  sum.warnings.erase(std::remove_if(sum.warnings.begin(), sum.warnings.end(), is_gone),
                     sum.warnings.end());
}

void remove_figures(LedgerRow& sum, const LedgerRow& row) {
  sum.requests -= row.requests;
  sum.prompts = std::max(0.0, sum.prompts - row.prompts);
  sum.estimated_requests = std::max(0.0, sum.estimated_requests - row.estimated_requests);
  sum.prompt_tokens = without(sum.prompt_tokens, row.prompt_tokens);
  sum.cached_input_tokens = without(sum.cached_input_tokens, row.cached_input_tokens);
  sum.output_tokens = without(sum.output_tokens, row.output_tokens);
  sum.context_tokens = without(sum.context_tokens, row.context_tokens);
  sum.reasoning_tokens = without(sum.reasoning_tokens, row.reasoning_tokens);
  sum.attachment_tokens = without(sum.attachment_tokens, row.attachment_tokens);
  sum.energy_watt_hours = without(sum.energy_watt_hours, row.energy_watt_hours);
  sum.grams_co2e = without(sum.grams_co2e, row.grams_co2e);
  sum.water_litres = without(sum.water_litres, row.water_litres);
  sum.water_unknown_requests =
      std::max(0.0, sum.water_unknown_requests - row.water_unknown_requests);
  for (const auto& warning : row.warnings) remove_warning(sum, warning);
}

std::vector<LedgerRow>::iterator find_row(Period& period, const LedgerRow& row) {
  return std::find_if(period.rows.begin(), period.rows.end(),
                      [&](const LedgerRow& existing) { return is_same_key(existing, row); });
}

}  // namespace

void add_figures(LedgerRow& sum, const LedgerRow& row) {
  sum.requests += row.requests;
  sum.prompts += row.prompts;
  sum.estimated_requests += row.estimated_requests;
  sum.prompt_tokens += row.prompt_tokens;
  sum.cached_input_tokens += row.cached_input_tokens;
  sum.output_tokens += row.output_tokens;
  sum.context_tokens += row.context_tokens;
  sum.reasoning_tokens += row.reasoning_tokens;
  sum.attachment_tokens += row.attachment_tokens;
  sum.energy_watt_hours += row.energy_watt_hours;
  sum.grams_co2e += row.grams_co2e;
  sum.water_litres += row.water_litres;
  sum.water_unknown_requests += row.water_unknown_requests;
  for (const auto& warning : row.warnings) add_warning(sum, warning);
}

void remove_row(Period& period, const LedgerRow& row) {
  const auto found = find_row(period, row);
  if (found == period.rows.end()) return;
  remove_figures(*found, row);
  if (found->requests <= 0.0) period.rows.erase(found);
}

void add_row(Period& period, const LedgerRow& row) {
  const auto found = find_row(period, row);
  if (found == period.rows.end()) {
    period.rows.push_back(row);
  } else {
    add_figures(*found, row);
  }
}

LedgerRow scaled(LedgerRow row, double factor) {
  for (double LedgerRow::*count :
       {&LedgerRow::requests, &LedgerRow::prompts, &LedgerRow::estimated_requests,
        &LedgerRow::water_unknown_requests}) {
    row.*count *= factor;
  }
  for (Range LedgerRow::*figure :
       {&LedgerRow::prompt_tokens, &LedgerRow::cached_input_tokens, &LedgerRow::output_tokens,
        &LedgerRow::context_tokens, &LedgerRow::reasoning_tokens, &LedgerRow::attachment_tokens,
        &LedgerRow::energy_watt_hours, &LedgerRow::grams_co2e, &LedgerRow::water_litres}) {
    row.*figure = row.*figure * factor;
  }
  for (auto& [code, count] : row.warnings) count *= factor;
  return row;
}

LedgerRow total_of(const std::vector<LedgerRow>& rows) {
  LedgerRow sum;
  for (const LedgerRow& row : rows) add_figures(sum, row);
  return sum;
}

std::vector<LedgerRow> totals_by(const std::vector<LedgerRow>& rows, std::string LedgerRow::*key) {
  std::vector<LedgerRow> out;
  for (const LedgerRow& row : rows) {
    auto found = std::find_if(out.begin(), out.end(),
                              [&](const LedgerRow& sum) { return sum.*key == row.*key; });
    if (found == out.end()) {
      found = out.insert(out.end(), LedgerRow{});
      (*found).*key = row.*key;
    }
    add_figures(*found, row);
  }
  return out;
}

}  // namespace gramme
