#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "tokens/hash.hpp"

namespace gramme::tokens {

/// A short piece as two words: its bytes, zeros, and its size in the last byte.
struct PieceKey {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;

  friend bool operator==(const PieceKey&, const PieceKey&) = default;
};

/// Longest piece that has a key.
inline constexpr std::size_t kMaxKeySize = 15;

namespace detail {

[[nodiscard]] inline PieceKey cut_key(std::uint64_t head, std::uint64_t tail, std::size_t size) {
  const std::uint64_t length = static_cast<std::uint64_t>(size) << 56;
  if (size <= 8) return {head & (~std::uint64_t{0} >> (64 - 8 * size)), length};
  return {head, (tail & (~std::uint64_t{0} >> (128 - 8 * size))) | length};
}

}  // namespace detail

/// The key of a piece of 1 to kMaxKeySize bytes. Reads 16 bytes, wherever the piece ends.
[[nodiscard]] inline PieceKey key_of_readable(const char* piece, std::size_t size) {
  return detail::cut_key(load<std::uint64_t>(piece), load<std::uint64_t>(piece + 8), size);
}

/// The same, reading no byte outside the piece.
[[nodiscard]] inline PieceKey key_of(const char* piece, std::size_t size) {
  std::uint64_t words[2] = {};
  std::memcpy(words, piece, size);
  return detail::cut_key(words[0], words[1], size);
}

/// Remembers how many tokens short pieces have; a newer piece takes the place of an older one.
class PieceCache {
 public:
  PieceCache() : keys_(kSlots), counts_(kSlots) {}

  /// How many tokens the piece has; `count` works it out when that is not remembered.
  template <typename Count>
  [[nodiscard]] std::size_t get(PieceKey key, Count count) {
    const std::size_t slot = slot_of(key);
    if (keys_[slot] == key) return counts_[slot];
    const std::size_t counted = count();
    keys_[slot] = key;
    counts_[slot] = static_cast<std::uint8_t>(counted);
    return counted;
  }

 private:
  static constexpr unsigned kBits = 14;
  static constexpr std::size_t kSlots = std::size_t{1} << kBits;

  [[nodiscard]] static std::size_t slot_of(PieceKey key) {
    return static_cast<std::size_t>(mix(key.head ^ key.tail * kHashFactor) >> (64 - kBits));
  }

  std::vector<PieceKey> keys_;
  std::vector<std::uint8_t> counts_;
};

}  // namespace gramme::tokens
