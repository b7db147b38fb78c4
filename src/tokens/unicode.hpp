#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "tokens/utf8.hpp"
#include "unicode_classes.inc"

namespace gramme::tokens {

/// The eight kinds of character that the split patterns tell apart (Unicode 16).
/// The values are those written by tools/unicode/generate.mjs.
enum class CharClass : std::uint8_t {
  other,
  blank,    ///< White_Space but CR and LF.
  newline,  ///< CR, LF.
  number,   ///< N.
  upper,    ///< Lu, Lt.
  lower,    ///< Ll.
  letter,   ///< Lm, Lo: neither upper nor lower.
  mark,     ///< M.
};

inline constexpr std::uint32_t kMaxCodePoint = 0x10FFFF;

/// The class of a code point. Precondition: at most U+10FFFF.
[[nodiscard]] constexpr CharClass class_of(std::uint32_t code_point) {
  const std::size_t block = kUnicodeBlockOf[code_point >> 7];
  const std::uint8_t pair = kUnicodeBlocks[block * 64 + ((code_point & 0x7F) >> 1)];
  const int shift = (code_point & 1) == 0 ? 0 : 4;
  return static_cast<CharClass>((pair >> shift) & 0xF);
}

/// A set of classes: one bit each.
using ClassSet = std::uint8_t;

[[nodiscard]] constexpr ClassSet only(CharClass char_class) {
  return static_cast<ClassSet>(1U << static_cast<unsigned>(char_class));
}

template <typename... Classes>
[[nodiscard]] constexpr ClassSet any_of(Classes... classes) {
  return static_cast<ClassSet>((only(classes) | ...));
}

/// The class of each ASCII character as a set of one, so that membership is one `and`.
inline constexpr std::array<ClassSet, kFirstNonAscii> kAsciiClasses = [] {
  std::array<ClassSet, kFirstNonAscii> sets{};
  for (std::uint32_t i = 0; i < kFirstNonAscii; ++i) sets[i] = only(class_of(i));
  return sets;
}();

inline constexpr std::uint32_t kCodePointsPerLastByte = 64;

/// The same for every code point of at most two bytes in UTF-8.
inline constexpr std::array<ClassSet, kFirstThreeByte> kShortClasses = [] {
  std::array<ClassSet, kFirstThreeByte> sets{};
  for (std::uint32_t i = 0; i < kFirstThreeByte; ++i) sets[i] = only(class_of(i));
  return sets;
}();

/// For each 64 code points that differ in their last byte only: the class of all of them as a set
/// of one, or none when they differ.
inline constexpr std::array<ClassSet, kFirstFourByte / kCodePointsPerLastByte> kUniformClasses =
    [] {
      constexpr std::size_t kPairs = kCodePointsPerLastByte / 2;
      std::array<ClassSet, kFirstFourByte / kCodePointsPerLastByte> sets{};
      for (std::uint32_t row = 0; row < sets.size(); ++row) {
        const std::size_t block = kUnicodeBlockOf[row / 2];
        const std::size_t begin = block * 64 + (row % 2) * kPairs;
        const std::uint8_t pair = kUnicodeBlocks[begin];
        bool is_uniform = (pair & 0xF) == pair >> 4;
        for (std::size_t i = 1; i < kPairs; ++i) is_uniform &= kUnicodeBlocks[begin + i] == pair;
        if (is_uniform) sets[row] = only(static_cast<CharClass>(pair & 0xF));
      }
      return sets;
    }();

}  // namespace gramme::tokens
