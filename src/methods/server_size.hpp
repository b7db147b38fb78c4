#pragma once

#include <cmath>

#include "gramme/units.hpp"

namespace gramme {

/// What decides how many accelerators hold a model.
struct MemoryNeed {
  double overhead_factor = 0.0;
  double total_parameters_billion = 0.0;
  double quantization_bits = 0.0;
  double gpu_memory_gigabytes = 0.0;
};

/// Accelerators that hold the weights, rounded up to a power of two as servers are split.
[[nodiscard]] inline double gpus_needed(const MemoryNeed& need) {
  const double memory_gigabytes =
      need.overhead_factor * need.total_parameters_billion * need.quantization_bits / kBitsPerByte;
  const double gpus = std::ceil(memory_gigabytes / need.gpu_memory_gigabytes);
  return std::exp2(std::ceil(std::log2(gpus)));
}

}  // namespace gramme
