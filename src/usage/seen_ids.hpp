#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gramme {

/// Numbers of a table of one's own are no ids that differ between files.
inline constexpr std::size_t kShortestId = 12;

/// Ids that were seen, as hashes: a million of them need sixteen megabytes at most.
class SeenIds {
 public:
  /// False for an id that was there before. Ids too short to be a provider's are always new.
  [[nodiscard]] bool insert(std::string_view id);
  /// No more are remembered: what comes twice may count twice.
  [[nodiscard]] bool is_full() const { return count_ >= kMost; }

 private:
  static constexpr std::size_t kMost = std::size_t{1} << 22U;

  void grow();
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const;

  /// A power of two of places, at most half of them taken; 0 = free.
  std::vector<std::uint64_t> places_;
  std::size_t count_ = 0;
};

}  // namespace gramme
