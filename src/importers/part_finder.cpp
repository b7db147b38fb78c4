#include "importers/part_finder.hpp"

namespace gramme::importers {

PartFinder::PartFinder(std::span<const std::string> tokens) : tokens_(tokens) {
  ranks_.reserve(tokens.size());
  for (std::uint32_t rank = 0; rank < tokens.size(); ++rank) {
    if (tokens[rank].empty()) continue;
    has_twins_ = !ranks_.emplace(tokens[rank], rank).second || has_twins_;
  }
}

std::uint32_t PartFinder::rank_or_limit(std::string_view bytes, std::uint32_t limit) const {
  const auto found = ranks_.find(bytes);
  return found == ranks_.end() || found->second > limit ? limit : found->second;
}

/// Quadratic in the size of the token, which is capped.
const std::vector<std::size_t>& PartFinder::sizes_of_parts(std::uint32_t rank) {
  const std::string_view token = tokens_[rank];
  sizes_.assign(token.size(), 1);
  for (;;) {
    std::uint32_t lowest = rank;
    std::size_t best = 0;
    std::size_t start = 0;
    for (std::size_t i = 0; i + 1 < sizes_.size(); start += sizes_[i++]) {
      const std::uint32_t found =
          rank_or_limit(token.substr(start, sizes_[i] + sizes_[i + 1]), lowest);
      if (found < lowest) lowest = found, best = i;
    }
    if (lowest == rank) return sizes_;
    sizes_[best] += sizes_[best + 1];
    sizes_.erase(sizes_.begin() + static_cast<std::ptrdiff_t>(best) + 1);
  }
}

}  // namespace gramme::importers
