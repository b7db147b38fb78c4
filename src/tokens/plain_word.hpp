#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "tokens/hash.hpp"
#include "tokens/scan.hpp"
#include "tokens/splitter.hpp"

namespace gramme::tokens {

/// Bytes beyond its start that `plain_word` may read.
inline constexpr std::size_t kPlainWordReach = 24;

/// What a character means to the word before it: kGoesOn leaves it to the pattern's own splitter.
inline constexpr std::uint8_t kGoesOn = 0;
inline constexpr std::uint8_t kEnds = 1;
inline constexpr std::uint8_t kEndsAfterLower = 2;

/// Where every pattern ends a word: at ASCII that is no letter, and no apostrophe, which may begin
/// a contraction.
inline constexpr WordEnds kNoLetterEnds = [] {
  WordEnds ends{};
  for (std::size_t i = 0; i < kFirstNonAscii; ++i) {
    const bool is_end = (kAsciiClasses[i] & kLetters) == 0 && i != '\'';
    ends[i] = is_end ? kEnds : kGoesOn;
  }
  return ends;
}();

/// The same where a capital after a lower-case letter begins a new word.
inline constexpr WordEnds kCapitalEnds = [] {
  WordEnds ends = kNoLetterEnds;
  for (std::size_t i = 'A'; i <= 'Z'; ++i) ends[i] = kEndsAfterLower;
  return ends;
}();

/// For ` ?\p{L}+`.
inline constexpr WordPrefixes kBlankPrefix = [] {
  WordPrefixes prefixes{};
  prefixes[' '] = true;
  return prefixes;
}();

/// For `[^\r\n\p{L}\p{N}]?\p{L}+`; an apostrophe may be a contraction.
inline constexpr WordPrefixes kAnyPrefix = [] {
  WordPrefixes prefixes{};
  constexpr ClassSet kNone = kLetters | kNumbers | kNewlines;
  for (std::size_t i = 0; i < kFirstNonAscii; ++i) {
    prefixes[i] = (kAsciiClasses[i] & kNone) == 0 && i != '\'';
  }
  return prefixes;
}();

/// The high bit of each byte that is no lower-case ASCII letter.
[[nodiscard]] constexpr std::uint64_t find_not_lower(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kHigh = kOnes * 0x80;
  const std::uint64_t low_bits = bytes & ~kHigh;
  const std::uint64_t from_a = low_bits + kOnes * (0x80 - 'a');
  const std::uint64_t beyond_z = low_bits + kOnes * (0x80 - 'z' - 1);
  return (~from_a | beyond_z | bytes) & kHigh;
}

/// The size of a prefix or none and `[A-Za-z][a-z]*` at `text` if that is a whole piece under the
/// split pattern, up to 23 bytes; 0: this takes the pattern's own splitter. Reads kPlainWordReach
/// bytes.
[[nodiscard]] inline std::size_t plain_word(const char* text, const WordShape& shape) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t kLowerFirst = 0x20;
  const std::size_t prefix = (*shape.prefixes)[static_cast<unsigned char>(*text)] ? 1 : 0;
  std::uint64_t others = find_not_lower(load<std::uint64_t>(text + prefix) | kLowerFirst);
  if ((others & 0x80) != 0) return 0;
  std::size_t size = prefix;
  if (others == 0) {
    size += 8;
    others = find_not_lower(load<std::uint64_t>(text + size));
    if (others == 0) return 0;
  }
  size += static_cast<std::size_t>(std::countr_zero(others)) / 8;
  const std::uint8_t end = (*shape.ends)[static_cast<unsigned char>(text[size])];
  return end == kEnds || (end == kEndsAfterLower && text[size - 1] >= 'a') ? size : 0;
}

}  // namespace gramme::tokens
