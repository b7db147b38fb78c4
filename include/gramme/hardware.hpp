#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gramme/range.hpp"
#include "gramme/source.hpp"

namespace gramme {

/// How models are thought to be served where that is not published.
struct ServingClass {
  std::string id;
  std::string name;
  /// The likeliest accelerator, and the most and least efficient ones in use.
  std::string accelerator;
  std::string best_accelerator;
  std::string worst_accelerator;
  /// Requests decoded together.
  Range batch_size;
  Range bytes_per_parameter;
  /// How long what a model has read stays in the cache: surely, usually, at most.
  Range cache_kept_seconds;
  /// Where the model's own speed is not known.
  Range reasoning_tokens_per_second;
  Source source;
};

struct Accelerator {
  std::string id;
  std::string name;
  /// Names that measurements and drivers write.
  std::vector<std::string> aliases;
  double thermal_design_power_watts = 0.0;
  std::optional<double> memory_gigabytes;
  std::optional<double> memory_bandwidth_gigabytes_per_second;
  // Dense: makers also publish figures for sparse matrices, which are twice as high.
  std::optional<double> peak_teraflops_16bit;
  std::optional<double> peak_teraflops_8bit;
  std::optional<double> peak_teraflops_4bit;
  std::optional<double> embodied_kilograms_co2e;
  Source source;

  /// Whether all that serving a model depends on is known.
  [[nodiscard]] bool has_speeds() const {
    return memory_gigabytes && memory_bandwidth_gigabytes_per_second && peak_teraflops_16bit;
  }
};

/// The shape of a model whose weights are public: what serving it costs follows from it.
struct ModelArchitecture {
  std::string id;
  std::string name;
  /// Beginnings of lower-case model names, without the organisation's.
  std::vector<std::string> prefixes;
  double total_parameters_billion = 0.0;
  double active_parameters_billion = 0.0;
  int layers = 0;
  int hidden_size = 0;
  /// Numbers kept for each token of the context, over all layers.
  int kv_values_per_token = 0;
  Source source;
};

}  // namespace gramme
