#pragma once

#include <cstddef>

#include "gramme/explain.hpp"
#include "methods/asked_tokens.hpp"

namespace gramme {

/// A copy of everything that a method computes from, in which single figures can be changed.
struct Workbench {
  Workbench(const PreparedEstimate& prepared, const AskedTokens& asked);

  Exchange exchange;
  /// As in AskedTokens.
  std::optional<Exchange> without_cache;
  Model model;
  Parameters parameters;
  Placement placement;
  MethodProfile profile;
  Serving serving;
  Accelerator accelerator;
  const Method* method;

  [[nodiscard]] Footprint footprint() const;
};

/// A figure on a workbench, and how it is reached and changed there. Plain functions: closures for
/// each figure would double the size of what pages load.
struct Lever {
  Factor factor;
  /// The range at that index of its kind, or null; null itself when the figure is none.
  Range* (*range)(Workbench&, std::size_t index) = nullptr;
  std::size_t index = 0;
  /// The known figure, or null; null itself when it is a range.
  double* (*figure)(Workbench&) = nullptr;
  /// Takes away what is not known of a choice.
  void (*choose)(Workbench&) = nullptr;

  [[nodiscard]] bool can_scale() const { return range != nullptr || figure != nullptr; }
  [[nodiscard]] bool can_settle() const {
    return choose != nullptr || (range != nullptr && factor.value.low < factor.value.high);
  }
  void scale(Workbench& bench, double by) const;
  /// Leaves the central figure alone.
  void settle(Workbench& bench) const;
};

/// All figures of a workbench, in the order in which people ask for them.
[[nodiscard]] std::vector<Lever> levers_of(const Workbench& bench,
                                           const PreparedEstimate& prepared);

}  // namespace gramme
