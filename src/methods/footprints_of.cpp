#include "methods/asked_tokens.hpp"
#include "methods/calibrated.hpp"

namespace gramme {

namespace {

void put(Exchange& exchange, const TokenKinds& tokens) {
  exchange.input_tokens = tokens.input;
  exchange.cached_input_tokens = tokens.cached_input;
  exchange.output_tokens = tokens.output;
}

/// Where something besides the tokens has to be worked out for each.
Result<std::vector<Footprint>> one_by_one(const Catalog& catalog, Exchange exchange,
                                          std::span<const TokenKinds> tokens) {
  std::vector<Footprint> out;
  out.reserve(tokens.size());
  for (const TokenKinds& kinds : tokens) {
    put(exchange, kinds);
    const Result<Estimate> estimated = estimate(catalog, exchange);
    if (!estimated) return estimated.error();
    out.push_back(estimated->footprint);
  }
  return out;
}

}  // namespace

Result<std::vector<Footprint>> footprints_of(const Catalog& catalog, const Exchange& alike,
                                             std::span<const TokenKinds> tokens) {
  const Result<PreparedEstimate> prepared = prepare_estimate(catalog, alike);
  if (!prepared) return prepared.error();
  const Method& method = *prepared->chosen.method;
  const bool is_together = method.compute_each != nullptr && is_plain(alike) &&
                           !estimate_calibrated(catalog, alike).has_value();
  if (!is_together) return one_by_one(catalog, alike, tokens);
  std::vector<Footprint> out(tokens.size());
  method.compute_each(prepared->input(alike), tokens, out);
  return out;
}

}  // namespace gramme
