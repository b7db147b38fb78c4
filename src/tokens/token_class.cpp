#include "tokens/token_class.hpp"

#include "tokens/scan.hpp"
#include "tokens/scripts.hpp"

namespace gramme::tokens {
namespace {

/// What the characters of a token are, taken together.
struct Traits {
  ClassSet ascii = 0;
  ClassSet any = 0;
  bool has_cjk = false;
  bool has_latin = false;
  bool has_other_letter = false;
  bool has_other_symbol = false;
  bool has_inner_capital = false;
};

void add(Traits& traits, std::uint32_t code_point, ClassSet set) {
  constexpr ClassSet kLettersAndMarks = kLetters | only(CharClass::mark);
  traits.any |= set;
  if (code_point < kFirstNonAscii) {
    const bool is_capital = (set & only(CharClass::upper)) != 0;
    traits.has_inner_capital |= is_capital && (traits.ascii & kLetters) != 0;
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
  if (traits.has_inner_capital) return TokenClass::mixed_word;
  if ((traits.ascii & kLetters) != 0) return TokenClass::word;
  if (traits.has_other_symbol) return TokenClass::symbol;
  if ((traits.any & kNumbers) != 0) return TokenClass::digits;
  if ((traits.any & only(CharClass::other)) != 0) return TokenClass::punctuation;
  return TokenClass::blank;
}

}  // namespace gramme::tokens
