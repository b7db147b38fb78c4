#pragma once

#include <optional>

#include "methods/prepare.hpp"

namespace gramme {

/// An exchange with all tokens that the model handles: what is sent again and what is hidden too.
struct AskedTokens {
  /// As methods read it; the conversation comes from the provider's cache where that is possible.
  Exchange exchange;
  /// The same with the conversation read anew, where it is not known whether the cache still has
  /// it.
  std::optional<Exchange> without_cache;
  ContextState context = ContextState::none;
  /// Absent: none were asked for.
  std::optional<Range> reasoning_tokens;
  std::optional<Range> attachment_tokens;
};

/// True when the request has nothing but new input, cached input and output.
[[nodiscard]] bool is_plain(const Exchange& exchange);

[[nodiscard]] AskedTokens asked_tokens(const PreparedEstimate& prepared, const Exchange& exchange);

/// From the low bounds of one to the high bounds of the other; central figures: the mean.
[[nodiscard]] Footprint spanned(const Footprint& low, const Footprint& high);

/// What the method makes of the tokens.
[[nodiscard]] Footprint weigh(const PreparedEstimate& prepared, const AskedTokens& asked);

/// Footprints of exchanges that differ from the given one in new input, cached input and output
/// alone.
/// Errors: those of estimate().
[[nodiscard]] Result<std::vector<Footprint>> footprints_of(const Catalog& catalog,
                                                           const Exchange& alike,
                                                           std::span<const TokenKinds> tokens);

/// Says in the estimate what was assumed of the tokens.
void describe_tokens(Estimate& out, const PreparedEstimate& prepared, const AskedTokens& asked);

}  // namespace gramme
