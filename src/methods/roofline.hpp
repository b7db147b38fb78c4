#pragma once

#include "methods/method.hpp"
#include "methods/roofline_formula.hpp"

namespace gramme {

/// The central point of a request's inputs: what the fit of the constants is made on.
[[nodiscard]] RooflineInputs roofline_point(const MethodInput& in);

}  // namespace gramme
