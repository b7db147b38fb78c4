#pragma once

#include <cstddef>

#include "tokens/unicode.hpp"
#include "tokens/utf8.hpp"

namespace gramme::tokens {

inline constexpr ClassSet kLetters = any_of(CharClass::upper, CharClass::lower, CharClass::letter);
inline constexpr ClassSet kSpaces = any_of(CharClass::blank, CharClass::newline);
inline constexpr ClassSet kNumbers = only(CharClass::number);
inline constexpr ClassSet kNewlines = only(CharClass::newline);
/// `[^\s\p{L}\p{N}]`
inline constexpr ClassSet kSymbols = any_of(CharClass::other, CharClass::mark);
inline constexpr int kMaxDigits = 3;

/// A character: its class as a set of one, and its bytes.
struct Scanned {
  ClassSet set = 0;
  std::uint32_t size = 0;

  [[nodiscard]] bool is_in(ClassSet classes) const { return (set & classes) != 0; }
};

/// The character at `text`. Precondition: well-formed, before the end.
[[nodiscard]] inline Scanned scan(const char* text) {
  const auto byte = [text](int i) { return static_cast<std::uint32_t>(text[i]) & 0xFFU; };
  const std::uint32_t lead = byte(0);
  if (lead < kFirstNonAscii) return {kAsciiClasses[lead], 1};
  const std::uint32_t second = byte(1) & 0x3F;
  if (lead < 0xE0) return {kShortClasses[(lead & 0x1F) << 6 | second], 2};
  if (lead < 0xF0) {
    const ClassSet uniform = kUniformClasses[(lead & 0xF) << 6 | second];
    if (uniform != 0) return {uniform, 3};
  }
  const CodePoint code_point = decode_well_formed(text);
  return {only(class_of(code_point.value)), code_point.size};
}

/// The end of a run at `text` that only one splitter knows.
using SkipRun = const char* (*)(const char* text, const char* end);

/// Takes no note of runs; what splitting a whole text uses.
struct NoRun {
  void members(ClassSet /*classes*/) const {}
  void symbol_tail(char /*tail*/) const {}
  void white_space(const char* /*mark*/) const {}
  void upper_word(const char* /*mark*/) const {}
  void run_of(SkipRun /*skip*/) const {}
};

/// The end of the run of these classes that starts at `text`.
template <typename Run>
[[nodiscard]] inline const char* skip(const char* text, const char* end, ClassSet classes,
                                      Run& run) {
  while (text < end) {
    const Scanned next = scan(text);
    if (!next.is_in(classes)) return text;
    text += next.size;
  }
  run.members(classes);
  return text;
}

[[nodiscard]] inline const char* skip(const char* text, const char* end, ClassSet classes) {
  NoRun none;
  return skip(text, end, classes, none);
}

/// `\p{N}{1,3}`, at a number.
[[nodiscard]] inline const char* skip_number(const char* text, const char* end) {
  for (int i = 0; i < kMaxDigits && text < end; ++i) {
    const Scanned next = scan(text);
    if (!next.is_in(kNumbers)) break;
    text += next.size;
  }
  return text;
}

/// The end of `(?i:'s|'t|'re|'ve|'m|'ll|'d)` at `text`, or `text` itself. Ignoring case, U+017F
/// LATIN SMALL LETTER LONG S is an `s`.
[[nodiscard]] const char* skip_contraction(const char* text, const char* end);

/// A run of white space as far as the text goes: where its last newline ends, and its last
/// character.
struct WhiteSpace {
  const char* after_newline = nullptr;
  const char* last = nullptr;
  const char* end = nullptr;
};

/// Goes on with a run of white space at `text`.
void extend(WhiteSpace& run, const char* text, const char* end);

/// `\s*[\r\n]+|\s+(?!\S)|\s+`, at white space.
template <typename Run>
[[nodiscard]] const char* skip_white_space(const char* text, const char* end, Run& run) {
  WhiteSpace space{.last = text};
  extend(space, text, end);
  if (space.end == end) run.white_space(space.after_newline);
  if (space.after_newline != nullptr) return space.after_newline;
  return space.end == end || space.last == text ? space.end : space.last;
}

[[nodiscard]] inline const char* skip_white_space(const char* text, const char* end) {
  NoRun none;
  return skip_white_space(text, end, none);
}

/// The end of any CR, LF and `tail` at `text`. The tail is ASCII.
[[nodiscard]] inline const char* skip_symbol_tail(const char* text, const char* end, char tail) {
  while (text < end && (*text == '\r' || *text == '\n' || *text == tail)) ++text;
  return text;
}

/// The end of `[^\s\p{L}\p{N}]+` and then any of `tail`, at a symbol.
template <typename Run>
[[nodiscard]] const char* skip_symbols(const char* text, const char* end, char tail, Run& run) {
  text = skip(text, end, kSymbols, run);
  if (text == end) return text;
  text = skip_symbol_tail(text, end, tail);
  if (text == end) run.symbol_tail(tail);
  return text;
}

[[nodiscard]] inline const char* skip_symbols(const char* text, const char* end, char tail) {
  NoRun none;
  return skip_symbols(text, end, tail, none);
}

}  // namespace gramme::tokens
