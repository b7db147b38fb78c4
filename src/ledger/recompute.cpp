// History under another method: token kinds are kept, so that old days can be weighed again.
#include <algorithm>

#include "gramme/ledger.hpp"

namespace gramme {

namespace {

/// A usual request of the row: sums divided by the requests.
Exchange mean_exchange(const LedgerRow& row) {
  const double each = 1.0 / row.requests;
  Exchange exchange;
  exchange.model = row.model_id;
  exchange.site = row.site;
  exchange.region = row.region;
  exchange.input_tokens = (row.prompt_tokens + row.attachment_tokens) * each;
  // When it was read last is not stored: conversations mostly go on within minutes.
  exchange.cached_input_tokens = (row.cached_input_tokens + row.context_tokens) * each;
  exchange.output_tokens = (row.output_tokens + row.reasoning_tokens) * each;
  return exchange;
}

/// The method of "2026.11.2/ecologits/0.11.2", or empty.
std::string method_named_in(std::string_view methodology) {
  const std::size_t first = methodology.find('/');
  const std::size_t second = methodology.find('/', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return {};
  return std::string(methodology.substr(first + 1, second - first - 1));
}

/// What the old method warned of no longer holds; what the page showed still does.
void drop_warnings_of(LedgerRow& row, const Catalog& catalog, Exchange exchange) {
  exchange.method = method_named_in(row.methodology);
  const Result<Estimate> old = estimate(catalog, exchange);
  if (!old) return;
  for (const Warning& warning : old->warnings) {
    const auto is_it = [&](const auto& entry) { return entry.first == warning.code; };
    row.warnings.erase(std::remove_if(row.warnings.begin(), row.warnings.end(), is_it),
                       row.warnings.end());
  }
}

}  // namespace

Result<Recomputed> recompute(const Catalog& catalog, const Period& period,
                             const MethodChoice& choice) {
  Recomputed out{{period.kind, period.date, {}}, {}};
  for (const LedgerRow& row : period.rows) {
    if (!(row.requests > 0.0)) continue;
    Exchange exchange = mean_exchange(row);
    LedgerRow kept = row;
    drop_warnings_of(kept, catalog, exchange);
    exchange.method = choice.method;
    exchange.profile = choice.profile;
    const Result<Estimate> again = estimate(catalog, exchange);
    if (!again) return again.error();
    const LedgerRow weighed = scaled(estimated_row(exchange, *again), row.requests);
    kept.methodology = weighed.methodology;
    kept.energy_watt_hours = weighed.energy_watt_hours;
    kept.grams_co2e = weighed.grams_co2e;
    kept.water_litres = weighed.water_litres;
    kept.water_unknown_requests = weighed.water_unknown_requests;
    for (const auto& [code, count] : weighed.warnings) add_warning_code(kept, code, count);
    add_row(out.period, kept);
    out.changes.push_back({row, std::move(kept)});
  }
  return out;
}

}  // namespace gramme
