#pragma once

#include <optional>

#include "gramme/catalog.hpp"
#include "gramme/range.hpp"

namespace gramme {

/// How a model is served, as far as that is known. All pointers outlive it.
struct Serving {
  const Accelerator* accelerator = nullptr;
  /// The most and least efficient ones it may be; null when it is known.
  const Accelerator* best_accelerator = nullptr;
  const Accelerator* worst_accelerator = nullptr;
  /// Requests decoded together.
  Range batch_size;
  Range bytes_per_parameter;
  /// Accelerators for one copy of the model; absent: as many as hold its weights, or twice that.
  std::optional<double> accelerators;
  bool is_launched_by_layer = false;
  /// The shape of the model, when it is public.
  const ModelArchitecture* architecture = nullptr;
};

}  // namespace gramme
