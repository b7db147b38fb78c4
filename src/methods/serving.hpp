#pragma once

#include <optional>
#include <string_view>

#include "gramme/catalog.hpp"
#include "gramme/estimate.hpp"
#include "gramme/range.hpp"
#include "gramme/result.hpp"

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
  /// Where what is assumed comes from; null when nothing was.
  const ServingClass* assumed = nullptr;
  /// The shape of the model, when it is public.
  const ModelArchitecture* architecture = nullptr;
};

/// The class of that id, or else the catalog's first; null when it has none.
[[nodiscard]] const ServingClass* find_serving_class(const Catalog& catalog, std::string_view id);

/// A serving class with what the user knows in place of what it assumes.
/// Errors: unknown_accelerator; missing_key when the catalog has no serving class.
[[nodiscard]] Result<Serving> find_serving(const Catalog& catalog, std::string_view class_id,
                                           const OwnServer& own);

}  // namespace gramme
