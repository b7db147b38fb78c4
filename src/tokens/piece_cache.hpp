#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tokens/hash.hpp"

namespace gramme::tokens {

/// A piece as words: its bytes, zeros, a byte left free, and its size in the last byte.
template <std::size_t Words>
struct PieceKey {
  /// Longest piece that has such a key.
  static constexpr std::size_t kMaxSize = 8 * Words - 2;

  std::uint64_t words[Words] = {};

  /// The key of a piece of at least 1 byte. Reads 8 * Words bytes, wherever the piece ends.
  [[nodiscard]] static PieceKey of(const char* piece, std::size_t size) {
    PieceKey key;
    for (std::size_t i = 0; i < Words; ++i) {
      const std::size_t begin = 8 * i;
      const std::uint64_t word = load<std::uint64_t>(piece + begin);
      if (size >= begin + 8)
        key.words[i] = word;
      else if (size > begin)
        key.words[i] = word & (~std::uint64_t{0} >> (64 - 8 * (size - begin)));
    }
    key.words[Words - 1] |= static_cast<std::uint64_t>(size) << 56;
    return key;
  }
};

/// Remembers how many tokens pieces have; a newer piece takes the place of an older one. The count
/// stands in the free byte of the key, so that a look-up touches one place in memory.
template <std::size_t Words, unsigned Bits>
class PieceCache {
 public:
  using Key = PieceKey<Words>;

  PieceCache() : entries_(std::size_t{1} << Bits) {}

  /// How many tokens the piece has; `count` works it out when that is not remembered.
  template <typename Count>
  [[nodiscard]] std::size_t get(const Key& key, Count count) {
    const std::size_t slot = slot_of(key);
    if (is_of(entries_[slot], key)) return entries_[slot].words[Words - 1] >> kCountShift & 0xFF;
    const std::size_t counted = count();
    entries_[slot] = key;
    entries_[slot].words[Words - 1] |= static_cast<std::uint64_t>(counted) << kCountShift;
    return counted;
  }

 private:
  static constexpr unsigned kCountShift = 48;
  static constexpr std::uint64_t kCountMask = std::uint64_t{0xFF} << kCountShift;

  [[nodiscard]] static bool is_of(const Key& entry, const Key& key) {
    for (std::size_t i = 0; i + 1 < Words; ++i) {
      if (entry.words[i] != key.words[i]) return false;
    }
    return (entry.words[Words - 1] & ~kCountMask) == key.words[Words - 1];
  }

  [[nodiscard]] static std::size_t slot_of(const Key& key) {
    std::uint64_t hash = key.words[0];
    for (std::size_t i = 1; i < Words; ++i) hash ^= key.words[i] * (kHashFactor << i | 1);
    return static_cast<std::size_t>(mix(hash) >> (64 - Bits));
  }

  std::vector<Key> entries_;
};

}  // namespace gramme::tokens
