#pragma once

#include "methods/place.hpp"

namespace gramme {

/// Everything of an estimate but its tokens: found once for any number of exchanges that are alike.
/// All pointers belong to the catalog.
struct PreparedEstimate {
  ResolvedModel resolved;
  Place place;
  ChosenMethod chosen;
  Parameters parameters;
  /// The shape of its weights where they are public, or null.
  const ModelArchitecture* architecture = nullptr;
  /// Class whose parameters stand in for the model's, or null.
  const ModelClass* assumed_class = nullptr;
  Serving serving;
  /// What is thought of the provider's servers; null when the catalog has no class.
  const ServingClass* serving_class = nullptr;
  /// What the provider, or else any provider, documents of attachments; null: nothing.
  const AttachmentRule* attachment_rule = nullptr;

  /// What the method computes from. Both this and the exchange must outlive it.
  [[nodiscard]] MethodInput input(const Exchange& exchange) const {
    return {exchange,        resolved.model(), parameters, placement_of(place, exchange),
            *chosen.profile, serving};
  }
};

/// Errors: as for estimate().
[[nodiscard]] Result<PreparedEstimate> prepare_estimate(const Catalog& catalog,
                                                        const Exchange& exchange);

/// The estimate that says what was taken and assumed for a footprint.
[[nodiscard]] Estimate described_estimate(const PreparedEstimate& prepared, const MethodInput& in,
                                          const Footprint& footprint);

}  // namespace gramme
