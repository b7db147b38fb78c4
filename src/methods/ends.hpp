#pragma once

#include "gramme/range.hpp"

namespace gramme {

/// One end of all inputs: what costs more when it is larger at its own end, what costs less at the
/// other. The cheapest case takes the largest batch and the fastest server.
struct Ends {
  double Range::*same;
  double Range::*opposite;
};

/// A figure worked out for each bound.
template <typename Function>
[[nodiscard]] Range at_each_end(Function figure) {
  return {figure(Ends{&Range::low, &Range::high}), figure(Ends{&Range::central, &Range::central}),
          figure(Ends{&Range::high, &Range::low})};
}

}  // namespace gramme
