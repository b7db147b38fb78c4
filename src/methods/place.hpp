#pragma once

#include "methods/method.hpp"

namespace gramme {

/// Who serves the model, and on which grid. All pointers belong to the catalog.
struct Place {
  const Provider* provider = nullptr;
  const Region* region = nullptr;
};

/// The provider of a model and the region asked for, or else the provider's usual one.
/// Errors: unknown_provider, unknown_region.
[[nodiscard]] Result<Place> find_place(const Catalog& catalog, const Exchange& exchange,
                                       const Model& model);

/// The place's figures, with the user's own in place of them.
[[nodiscard]] Placement placement_of(const Place& place, const Exchange& exchange);

/// Says in the estimate which place was taken, and from which sources. Its footprint is complete.
void explain_place(Estimate& out, const Place& place);

/// Warns of what was assumed of the place. The footprint of the estimate is complete.
void warn_about_place(Estimate& out, const Place& place, const Exchange& exchange);

}  // namespace gramme
