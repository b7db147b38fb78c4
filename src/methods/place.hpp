#pragma once

#include "methods/method.hpp"

namespace gramme {

/// Who serves the model, on which grid, and what its electricity counts. All pointers belong to the
/// catalog.
struct Place {
  const Provider* provider = nullptr;
  /// With a cloud region: the one it lies in.
  const Region* region = nullptr;
  const CloudRegion* cloud = nullptr;
  /// What the intensity is, where it is not the user's own: at most one of the first three.
  const CloudRegion* cloud_figure = nullptr;
  const YearFigure* year_figure = nullptr;
  const MarketFigure* market_figure = nullptr;
  const GridShape* shape = nullptr;
  Range carbon_intensity_grams_co2e_per_kilowatt_hour;
};

/// The provider of a model and the region asked for, or else the provider's usual one.
/// Errors: unknown_provider, unknown_region, market_figure_unknown.
[[nodiscard]] Result<Place> find_place(const Catalog& catalog, const Exchange& exchange,
                                       const Model& model);

/// The place's figures, with the user's own in place of them.
[[nodiscard]] Placement placement_of(const Place& place, const Exchange& exchange);

/// Where the carbon intensity comes from; empty when it is the user's own.
[[nodiscard]] Source intensity_source(const Place& place, const Exchange& exchange);

/// Says in the estimate which place was taken, and from which sources.
void explain_place(Estimate& out, const Place& place, const Exchange& exchange);

/// Warns of what was assumed of the place. The footprint of the estimate is complete.
void warn_about_place(Estimate& out, const Place& place, const Exchange& exchange);

}  // namespace gramme
