#pragma once

#include <array>
#include <string_view>

#include "methods/method.hpp"
#include "methods/roofline_formula.hpp"

namespace gramme {

/// The constants of a profile that multiply the terms, in their order.
inline constexpr std::array<std::string_view, kRooflineTermCount> kRooflineFactorNames{
    "weights_factor",       "compute_factor",        "sequence_seconds", "context_factor",
    "layer_launch_seconds", "request_layer_seconds", "prefill_factor"};

/// The central point of a request's inputs: what the fit of the constants is made on.
[[nodiscard]] RooflineInputs roofline_point(const MethodInput& in);

}  // namespace gramme
