#pragma once

#include <string>

#include "data/value.hpp"
#include "gramme/result.hpp"
#include "measurements/calibration.hpp"

namespace gramme {

/// Fits every group and writes what came out, with the overlay that estimates take
/// (docs/data.md#calibrate).
/// @param as_of the date to note; the core has no clock
/// Errors: fit_impossible when not one group can be fitted.
[[nodiscard]] Result<Value> write_calibration(const CalibrationReader& reader,
                                              const std::string& as_of);

}  // namespace gramme
