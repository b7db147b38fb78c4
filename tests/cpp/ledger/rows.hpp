#pragma once

#include <algorithm>
#include <array>

#include "gramme/ledger.hpp"
#include "support.hpp"

namespace gramme::test {

/// Whole numbers as figures: their sums are exact in any order.
inline Range some_range(Lcg& random) {
  const double low = random.below(1000);
  const double central = low + random.below(1000);
  return {low, central, central + random.below(1000)};
}

/// A row of one request with one of 16 keys.
inline LedgerRow some_row(Lcg& random) {
  const std::array<std::string, 2> names{"one", "two"};
  LedgerRow row;
  row.site = names.at(random.below(2));
  row.model_id = names.at(random.below(2));
  row.region = names.at(random.below(2));
  row.methodology = names.at(random.below(2));
  row.requests = 1.0;
  row.prompts = random.below(2);
  row.estimated_requests = random.below(2);
  row.prompt_tokens = some_range(random);
  row.output_tokens = some_range(random);
  row.energy_watt_hours = some_range(random);
  row.grams_co2e = some_range(random);
  row.water_litres = some_range(random);
  row.water_unknown_requests = random.below(2);
  if (random.below(2) == 1) row.warnings.emplace_back(names.at(random.below(2)), 1.0);
  return row;
}

inline bool is_same_sum(const LedgerRow& a, const LedgerRow& b) {
  return a.requests == b.requests && a.prompts == b.prompts &&
         a.estimated_requests == b.estimated_requests && a.prompt_tokens == b.prompt_tokens &&
         a.output_tokens == b.output_tokens && a.energy_watt_hours == b.energy_watt_hours &&
         a.grams_co2e == b.grams_co2e && a.water_litres == b.water_litres &&
         a.water_unknown_requests == b.water_unknown_requests && a.warnings == b.warnings;
}

inline bool is_same_row(const LedgerRow& a, const LedgerRow& b) {
  return a.site == b.site && a.model_id == b.model_id && a.region == b.region &&
         a.methodology == b.methodology && is_same_sum(a, b);
}

inline bool is_same_rows(const std::vector<LedgerRow>& a, const std::vector<LedgerRow>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same_row);
}

}  // namespace gramme::test
