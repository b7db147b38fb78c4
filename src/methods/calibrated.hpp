#pragma once

#include <optional>

#include "gramme/estimate.hpp"

namespace gramme {

/// The estimate by the user's own calibrations (docs/method.md#calibrated), when the catalog has
/// one of that model, on the hardware that the request names if it names any, and the request asks
/// for no other method or profile. Nothing: the usual methods are to be taken. Errors:
/// unknown_region.
[[nodiscard]] std::optional<Result<Estimate>> estimate_calibrated(const Catalog& catalog,
                                                                  const Exchange& exchange);

}  // namespace gramme
