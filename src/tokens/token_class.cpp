#include "tokens/token_class.hpp"

#include <algorithm>
#include <array>

#include "tokens/scan.hpp"

namespace gramme::tokens {
namespace {

struct CodePointRange {
  std::uint32_t first;
  std::uint32_t last;
};

template <std::size_t Count>
[[nodiscard]] bool is_in(const std::array<CodePointRange, Count>& ranges, std::uint32_t value) {
  return std::any_of(ranges.begin(), ranges.end(), [value](const CodePointRange& range) {
    return value >= range.first && value <= range.last;
  });
}

/// Blocks of Han, kana, hangul and their punctuation (Unicode 16).
constexpr std::array kCjk{
    CodePointRange{0x1100, 0x11FF},   CodePointRange{0x2E80, 0x2FDF},
    CodePointRange{0x3000, 0x9FFF},   CodePointRange{0xA960, 0xA97F},
    CodePointRange{0xAC00, 0xD7FF},   CodePointRange{0xF900, 0xFAFF},
    CodePointRange{0xFE30, 0xFE4F},   CodePointRange{0xFF00, 0xFFEF},
    CodePointRange{0x1AFF0, 0x1B16F}, CodePointRange{0x20000, 0x3FFFF},
};

/// Blocks of Latin letters beyond ASCII.
constexpr std::array kLatin{
    CodePointRange{0x00AA, 0x024F},
    CodePointRange{0x1E00, 0x1EFF},
    CodePointRange{0x2C60, 0x2C7F},
    CodePointRange{0xA720, 0xA7FF},
};

/// What the characters of a token are, taken together.
struct Traits {
  ClassSet ascii = 0;
  ClassSet any = 0;
  bool has_cjk = false;
  bool has_latin = false;
  bool has_other_letter = false;
  bool has_other_symbol = false;
};

void add(Traits& traits, std::uint32_t code_point, ClassSet set) {
  constexpr ClassSet kLettersAndMarks = kLetters | only(CharClass::mark);
  traits.any |= set;
  if (code_point < kFirstNonAscii) {
    traits.ascii |= set;
    return;
  }
  const bool is_letter = (set & kLettersAndMarks) != 0;
  if (is_in(kCjk, code_point)) {
    traits.has_cjk = true;
  } else if (is_letter && is_in(kLatin, code_point)) {
    traits.has_latin = true;
  } else if (is_letter) {
    traits.has_other_letter = true;
  } else if ((set & (kSpaces | kNumbers)) == 0) {
    traits.has_other_symbol = true;
  }
}

[[nodiscard]] Traits traits_of(std::string_view text) {
  Traits traits;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code_point = decode_well_formed(text.data() + at);
    add(traits, code_point.value, only(tokens::class_of(code_point.value)));
    at += code_point.size;
  }
  return traits;
}

}  // namespace

TokenClass classify_token(std::string_view bytes) {
  if (well_formed_prefix(bytes) != bytes.size()) return TokenClass::symbol;
  const Traits traits = traits_of(bytes);
  if (traits.has_cjk) return TokenClass::cjk;
  if (traits.has_other_letter) return TokenClass::other_script;
  if (traits.has_latin) return TokenClass::accented_latin;
  if ((traits.ascii & only(CharClass::upper)) != 0) return TokenClass::mixed_word;
  if ((traits.ascii & only(CharClass::lower)) != 0) return TokenClass::lower_word;
  if (traits.has_other_symbol) return TokenClass::symbol;
  if ((traits.any & kNumbers) != 0) return TokenClass::digits;
  if ((traits.any & only(CharClass::other)) != 0) return TokenClass::punctuation;
  return TokenClass::blank;
}

}  // namespace gramme::tokens
