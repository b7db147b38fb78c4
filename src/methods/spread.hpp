#pragma once

#include <algorithm>
#include <cmath>

#include "gramme/range.hpp"

namespace gramme {

/// Puts together how far unknown inputs move a positive figure. Independent inputs rarely err the
/// same way at once, so that their factors add up as the root of the sum of squares of logarithms.
class Spread {
 public:
  explicit Spread(double central) : central_(central) {}

  /// Takes note of the figure at both ends of one input, in any order.
  void add(double at_one_end, double at_other_end) {
    if (!(central_ > 0.0) || !(at_one_end > 0.0) || !(at_other_end > 0.0)) return;
    const auto [least, most] = std::minmax(at_one_end, at_other_end);
    down_ += square_of_log(central_ / std::min(least, central_));
    up_ += square_of_log(std::max(most, central_) / central_);
  }

  /// The range, widened by the method's own error.
  /// @param residual measured beside predicted, low ≤ 1 ≤ high
  [[nodiscard]] Range with(const Range& residual) const {
    return {central_ * std::exp(-std::sqrt(down_)) * residual.low, central_,
            central_ * std::exp(std::sqrt(up_)) * residual.high};
  }

 private:
  [[nodiscard]] static double square_of_log(double factor) {
    const double log = std::log(factor);
    return log * log;
  }

  double central_;
  double down_ = 0.0;
  double up_ = 0.0;
};

}  // namespace gramme
