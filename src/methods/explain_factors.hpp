#pragma once

#include <functional>

#include "gramme/explain.hpp"
#include "methods/prepare.hpp"

namespace gramme {

/// A copy of everything that a method computes from, in which single figures can be changed.
struct Workbench {
  Workbench(const PreparedEstimate& prepared, const Exchange& asked);

  Exchange exchange;
  Model model;
  Parameters parameters;
  Placement placement;
  MethodProfile profile;
  Serving serving;
  Accelerator accelerator;
  const Method* method;

  [[nodiscard]] Footprint footprint() const;
};

/// A figure on a workbench: how it reads, and how it is changed there.
struct Lever {
  Factor factor;
  /// Multiplies the figure, all of its bounds; null when that means nothing.
  std::function<void(Workbench&, double)> scale;
  /// Takes away what is not known of it; null when it is known.
  std::function<void(Workbench&)> settle;
};

/// All figures of a workbench, in the order in which people ask for them.
[[nodiscard]] std::vector<Lever> levers_of(const Workbench& bench,
                                           const PreparedEstimate& prepared);

}  // namespace gramme
