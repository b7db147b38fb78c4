#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "gramme/range.hpp"

namespace gramme {

/// Where one of several figures stands among them; less is better.
struct Ranked {
  /// Its place in the list that was given.
  std::size_t index = 0;
  /// 1 + how many are surely better: their whole range lies below this one's.
  std::size_t rank = 1;
  /// Its range overlaps that of another: which of the two is better is not known.
  bool is_tied = false;
};

/// The figures in the order of their central values, those that are equal in the order given.
/// Ranges are compared as they are: what makes all of them uncertain alike (the same model at two
/// places) still makes them overlap.
[[nodiscard]] std::vector<Ranked> rank_of(std::span<const Range> figures);

}  // namespace gramme
