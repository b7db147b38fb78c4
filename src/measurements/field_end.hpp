#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gramme {

[[nodiscard]] constexpr bool is_field_end(char letter) {
  return letter == ',' || letter == '\n' || letter == '\r';
}

/// The high bit of each byte of the word that is zero; bits above the first may be wrong.
[[nodiscard]] constexpr std::uint64_t zero_bytes(std::uint64_t word) {
  return (word - 0x0101010101010101U) & ~word & 0x8080808080808080U;
}

/// Where a field without quotes ends that is read from `at` on: at a comma or line end, else at the
/// end of the text. Eight bytes at a time.
[[nodiscard]] inline std::size_t find_field_end(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  constexpr std::size_t kStep = sizeof(std::uint64_t);
  // Of a big-endian word the first byte is the highest, whose bit may be wrong.
  const bool is_by_words = std::endian::native == std::endian::little;
  for (; is_by_words && at + kStep <= text.size(); at += kStep) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, kStep);
    const std::uint64_t ends = zero_bytes(word ^ (kEach * ',')) |
                               zero_bytes(word ^ (kEach * '\n')) |
                               zero_bytes(word ^ (kEach * '\r'));
    if (ends != 0) return at + static_cast<std::size_t>(std::countr_zero(ends)) / 8;
  }
  while (at < text.size() && !is_field_end(text[at])) ++at;
  return at;
}

}  // namespace gramme
