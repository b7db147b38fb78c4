#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/estimate.hpp"

namespace gramme {

/// A figure that the result was worked out with.
struct Factor {
  /// As the request or config/ names it: "output_tokens", "pue", "residual_factor".
  std::string name;
  /// Empty for shares, ratios and counts.
  std::string_view unit;
  Range value;
  /// Empty where the caller gave the figure.
  Source source;
  /// Relative change of the energy (of the carbon) for a small relative change of the factor: 1
  /// when they are proportional, 0 when it plays no part.
  double energy_elasticity = 0.0;
  double carbon_elasticity = 0.0;
  /// Of the width of the carbon's range, 0..1; over all factors at most 1.
  double share_of_width = 0.0;
};

/// A part of the result, and what it is made of in turn.
struct Part {
  std::string_view name;
  std::string_view unit;
  double central = 0.0;
  /// Where it is worked out as a range of its own.
  std::optional<Range> range;
  /// Of the part that it belongs to, 0..1.
  double share = 1.0;
  std::vector<Part> parts;
};

/// An estimate with its tree: how the result adds up, and what each factor does to it.
struct Explanation {
  Estimate estimate;
  Part carbon;
  std::vector<Factor> factors;
};

/// The estimate of an exchange, explained (docs/method.md#explain). Costs some hundred estimates.
/// Errors: those of estimate().
[[nodiscard]] Result<Explanation> explain(const Catalog& catalog, const Exchange& exchange);

}  // namespace gramme
