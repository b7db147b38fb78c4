#pragma once

#include <cstddef>
#include <cstdint>

namespace gramme::tokens {

inline constexpr unsigned kIdBits = 18;
/// Ids stay below this, so that no id is all ones.
inline constexpr std::uint32_t kMaxTokens = (1U << kIdBits) - 1;
/// Answer of a look-up that finds nothing; higher than any id.
inline constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

/// Bits of a slot's number in an open-addressed table that is at most four fifths full.
[[nodiscard]] constexpr unsigned bits_for(std::size_t entries) {
  unsigned bits = 1;
  while ((std::size_t{1} << bits) * 4 < entries * 5) ++bits;
  return bits;
}

}  // namespace gramme::tokens
