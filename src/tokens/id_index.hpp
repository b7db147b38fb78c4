#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gramme::tokens {

inline constexpr unsigned kIdBits = 18;
/// Ids stay below this, so that no id with all its tag bits set looks like an empty slot.
inline constexpr std::uint32_t kMaxTokens = (1U << kIdBits) - 1;
/// Answer of a look-up that finds nothing; higher than any id.
inline constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

/// An open-addressed hash table of ids. A slot holds an id and 14 bits of its hash, so that a miss
/// rarely needs to look at the key, which the caller keeps elsewhere.
class IdIndex {
 public:
  IdIndex() = default;
  explicit IdIndex(std::size_t entries) {
    while (slots_bits_ < 31 && (std::size_t{1} << slots_bits_) < 2 * entries) ++slots_bits_;
    slots_.assign(std::size_t{1} << slots_bits_, kEmpty);
  }

  /// The id whose key matches; kNoToken if none.
  template <typename Matches>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, Matches matches) const {
    const std::uint32_t tag = tag_of(hash);
    for (std::size_t at = slot_of(hash);; at = (at + 1) & (slots_.size() - 1)) {
      const std::uint32_t slot = slots_[at];
      if (slot == kEmpty) return kNoToken;
      if ((slot & ~kIdMask) == tag && matches(slot & kIdMask)) return slot & kIdMask;
    }
  }

  /// Adds an id unless one with the same key is there; false if it was.
  template <typename Matches>
  [[nodiscard]] bool insert(std::uint64_t hash, std::uint32_t id, Matches matches) {
    const std::uint32_t tag = tag_of(hash);
    std::size_t at = slot_of(hash);
    for (; slots_[at] != kEmpty; at = (at + 1) & (slots_.size() - 1)) {
      if ((slots_[at] & ~kIdMask) == tag && matches(slots_[at] & kIdMask)) return false;
    }
    slots_[at] = tag | id;
    return true;
  }

 private:
  static constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
  static constexpr std::uint32_t kIdMask = (1U << kIdBits) - 1;

  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash >> (64 - slots_bits_));
  }
  /// Bits of the hash below those of the slot, in the place above the id.
  [[nodiscard]] std::uint32_t tag_of(std::uint64_t hash) const {
    return static_cast<std::uint32_t>(hash >> (32 - slots_bits_)) & ~kIdMask;
  }

  unsigned slots_bits_ = 1;
  std::vector<std::uint32_t> slots_;
};

}  // namespace gramme::tokens
