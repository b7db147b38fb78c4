#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gramme::importers {

/// Finds the two tokens that each token is merged from.
class PartFinder {
 public:
  /// The tokens by rank, empty where there is none; they must outlive this.
  explicit PartFinder(std::span<const std::string> tokens);

  /// The sizes of the parts that are left when a token's bytes are merged with every merge ranked
  /// lower than itself: two, unless no merge makes it.
  [[nodiscard]] const std::vector<std::size_t>& sizes_of_parts(std::uint32_t rank);

  /// The rank of a token. Precondition: there is one of these bytes.
  [[nodiscard]] std::uint32_t rank_of(std::string_view bytes) const {
    return ranks_.find(bytes)->second;
  }

  /// Whether two tokens have the same bytes.
  [[nodiscard]] bool has_twins() const { return has_twins_; }

 private:
  [[nodiscard]] std::uint32_t rank_or_limit(std::string_view bytes, std::uint32_t limit) const;

  std::span<const std::string> tokens_;
  std::unordered_map<std::string_view, std::uint32_t> ranks_;
  bool has_twins_ = false;
  std::vector<std::size_t> sizes_;
};

}  // namespace gramme::importers
