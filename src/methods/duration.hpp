#pragma once

#include <vector>

#include "methods/duration_formula.hpp"
#include "methods/ends.hpp"
#include "methods/method.hpp"

namespace gramme {

/// The measured time, or the output tokens at the profile's `output_tokens_per_second`.
[[nodiscard]] Seconds duration_of(const MethodInput& in, const Ends& ends);

/// Says that the time was not measured.
[[nodiscard]] std::vector<Warning> warnings_of_duration(const MethodInput& in);

/// Runs the formula for each bound with the server that `server_of` gives.
[[nodiscard]] Footprint footprint_of_duration(const MethodInput& in,
                                              DurationServer (*server_of)(const MethodInput&,
                                                                          const Ends&));

}  // namespace gramme
