#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gramme::tokens {

/// 2^64 divided by the golden ratio: spreads its factor over the high bits of the product.
inline constexpr std::uint64_t kHashFactor = 0x9E3779B97F4A7C15ULL;

[[nodiscard]] inline std::uint64_t mix(std::uint64_t value) {
  return (value ^ (value >> 32)) * kHashFactor;
}

template <typename Word>
[[nodiscard]] inline std::uint64_t load(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// Hash of a piece; its high bits are the good ones. Reads no byte outside the piece.
[[nodiscard]] inline std::uint64_t hash_bytes(std::string_view bytes) {
  const char* at = bytes.data();
  const std::size_t size = bytes.size();
  std::uint64_t hash = size * kHashFactor;
  if (size >= 8) {
    const char* const last = at + size - 8;
    for (; at < last; at += 8) hash = mix(hash ^ load<std::uint64_t>(at));
    return mix(mix(hash ^ load<std::uint64_t>(last)));
  }
  if (size >= 4) {
    const std::uint64_t head = load<std::uint32_t>(at);
    return mix(mix(hash ^ (head | load<std::uint32_t>(at + size - 4) << 32)));
  }
  if (size == 0) return hash;
  const std::uint64_t ends = load<std::uint8_t>(at) | load<std::uint8_t>(at + size - 1) << 16;
  return mix(hash ^ (ends | load<std::uint8_t>(at + size / 2) << 8));
}

/// Whether two pieces are the same: what memcmp says, without the call. Short ones are compared as
/// two words that overlap.
[[nodiscard]] inline bool are_same_bytes(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  const char* const left = a.data();
  const char* const right = b.data();
  if (size >= 8) {
    for (std::size_t i = 0; i < size - 8; i += 8) {
      if (load<std::uint64_t>(left + i) != load<std::uint64_t>(right + i)) return false;
    }
    return load<std::uint64_t>(left + size - 8) == load<std::uint64_t>(right + size - 8);
  }
  if (size >= 4) {
    return load<std::uint32_t>(left) == load<std::uint32_t>(right) &&
           load<std::uint32_t>(left + size - 4) == load<std::uint32_t>(right + size - 4);
  }
  for (std::size_t i = 0; i < size; ++i) {
    if (left[i] != right[i]) return false;
  }
  return true;
}

/// Hash of two token ids below 2^18; its high bits are the good ones.
[[nodiscard]] inline std::uint64_t hash_pair(std::uint32_t left, std::uint32_t right) {
  return (static_cast<std::uint64_t>(left) << 18 | right) * kHashFactor;
}

}  // namespace gramme::tokens
