#include "gramme/rank.hpp"

#include <algorithm>

namespace gramme {

std::vector<Ranked> rank_of(std::span<const Range> figures) {
  std::vector<Ranked> out(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    out[i].index = i;
    for (std::size_t j = 0; j < figures.size(); ++j) {
      if (j == i) continue;
      const bool is_better = figures[j].high < figures[i].low;
      const bool is_worse = figures[j].low > figures[i].high;
      out[i].rank += is_better ? 1 : 0;
      out[i].is_tied |= !is_better && !is_worse;
    }
  }
  std::stable_sort(out.begin(), out.end(), [&](const Ranked& a, const Ranked& b) {
    return figures[a.index].central < figures[b.index].central;
  });
  return out;
}

}  // namespace gramme
