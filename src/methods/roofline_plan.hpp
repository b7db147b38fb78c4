#pragma once

#include <array>
#include <span>
#include <string_view>

#include "methods/method.hpp"
#include "methods/roofline_formula.hpp"

namespace gramme {

/// What may be unknown of how a model is served, each moving the figure on its own.
enum class ServingUnknown { parameters, batch, precision, accelerator, accelerators };
inline constexpr std::size_t kServingUnknownCount = 5;

/// The method's constants of a profile.
class RooflineConstants {
 public:
  explicit RooflineConstants(const MethodProfile& profile);

  /// Names of all of them; those that multiply the terms come first, in the order of these.
  static std::span<const std::string_view> names();
  static std::span<const std::string_view> factor_names() {
    return names().first(kRooflineTermCount);
  }

  RooflineTerms factors{};
  /// Measured beside predicted, of models that work on every token as a whole.
  Range residual_factor;
  /// The same of mixtures of experts, which are served in more ways.
  Range mixture_residual_factor;
  double cached_work_share = 0.0;
  double memory_overhead_factor = 0.0;
  Range host_energy_share;
  Range idle_energy_share;
  double mean_power_share = 0.0;
  double server_embodied_kilograms_co2e = 0.0;
  double accelerator_embodied_kilograms_co2e = 0.0;
  double server_accelerators = 0.0;
  double hardware_lifespan_seconds = 0.0;
  double layers_of_8_billion = 0.0;
  double layers_exponent = 0.0;
  double kv_values_per_token = 0.0;
  double hidden_size_per_layer = 0.0;
};

/// Whether only a part of the model works on each token.
[[nodiscard]] inline bool is_mixture(const Parameters& parameters) {
  return parameters.active_billion.central < parameters.total_billion.central;
}

/// The server of a request at the central point of all that is unknown: what the fit is made on.
[[nodiscard]] RooflineServer roofline_server(const MethodInput& in,
                                             const RooflineConstants& constants);

/// A server with all that is unknown of it, worked out once for any number of requests.
class RooflinePlan {
 public:
  explicit RooflinePlan(const MethodInput& in);

  /// One unknown at both of its ends, all else at its central point.
  struct Ends {
    ServingUnknown unknown = ServingUnknown::parameters;
    RooflineRates low;
    RooflineRates high;
  };

  /// Joules of the accelerators for a request, with the range of what is unknown of the serving.
  [[nodiscard]] Range joules(const RooflineTokens& tokens) const;
  [[nodiscard]] double joules_at(const RooflineRates& rates, const RooflineTokens& tokens) const;

  [[nodiscard]] const RooflineConstants& constants() const { return constants_; }
  [[nodiscard]] const RooflineRates& central() const { return central_; }
  [[nodiscard]] std::span<const Ends> unknowns() const { return {ends_.data(), count_}; }

 private:
  RooflineConstants constants_;
  RooflineRates central_;
  Range residual_factor_;
  std::array<Ends, kServingUnknownCount> ends_{};
  std::size_t count_ = 0;
};

}  // namespace gramme
