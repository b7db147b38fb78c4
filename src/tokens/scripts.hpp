#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace gramme::tokens {

struct CodePointRange {
  std::uint32_t first;
  std::uint32_t last;
};

template <std::size_t Count>
[[nodiscard]] constexpr bool is_in(const std::array<CodePointRange, Count>& ranges,
                                   std::uint32_t value) {
  return std::any_of(ranges.begin(), ranges.end(), [value](const CodePointRange& range) {
    return value >= range.first && value <= range.last;
  });
}

/// Blocks of Han, kana, hangul and their punctuation (Unicode 16).
inline constexpr std::array kCjk{
    CodePointRange{0x1100, 0x11FF},   CodePointRange{0x2E80, 0x2FDF},
    CodePointRange{0x3000, 0x9FFF},   CodePointRange{0xA960, 0xA97F},
    CodePointRange{0xAC00, 0xD7FF},   CodePointRange{0xF900, 0xFAFF},
    CodePointRange{0xFE30, 0xFE4F},   CodePointRange{0xFF00, 0xFFEF},
    CodePointRange{0x1AFF0, 0x1B16F}, CodePointRange{0x20000, 0x3FFFF},
};

inline constexpr std::array kKana{
    CodePointRange{0x3040, 0x30FF},
    CodePointRange{0x31F0, 0x31FF},
    CodePointRange{0xFF66, 0xFF9F},
    CodePointRange{0x1AFF0, 0x1B16F},
};

inline constexpr std::array kHangul{
    CodePointRange{0x1100, 0x11FF},
    CodePointRange{0x3130, 0x318F},
    CodePointRange{0xA960, 0xA97F},
    CodePointRange{0xAC00, 0xD7FF},
};

/// Blocks of Latin letters beyond ASCII.
inline constexpr std::array kLatin{
    CodePointRange{0x00AA, 0x024F},
    CodePointRange{0x1E00, 0x1EFF},
    CodePointRange{0x2C60, 0x2C7F},
    CodePointRange{0xA720, 0xA7FF},
};

/// Marks and controls that only change how the sign before them looks: variation selectors, marks
/// around symbols, the joiner of emoji.
inline constexpr std::array kSignMarks{
    CodePointRange{0x200D, 0x200D},
    CodePointRange{0x20D0, 0x20FF},
    CodePointRange{0xFE00, 0xFE0F},
    CodePointRange{0xE0100, 0xE01EF},
};

}  // namespace gramme::tokens
