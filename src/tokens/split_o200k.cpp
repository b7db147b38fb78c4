#include "tokens/scan.hpp"
#include "tokens/splitter.hpp"

// With U = [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}], L = [\p{Ll}\p{Lm}\p{Lo}\p{M}] and
// S = (?i:'s|'t|'re|'ve|'m|'ll|'d)?:
// [^\r\n\p{L}\p{N}]?U*L+S | [^\r\n\p{L}\p{N}]?U+L*S | \p{N}{1,3}
// |  ?[^\s\p{L}\p{N}]+[\r\n/]* | \s*[\r\n]+ | \s+(?!\S) | \s+

namespace gramme::tokens {
namespace {

constexpr ClassSet kUncased = any_of(CharClass::letter, CharClass::mark);
constexpr ClassSet kUpperRun = kUncased | only(CharClass::upper);
constexpr ClassSet kLowerRun = kUncased | only(CharClass::lower);
constexpr ClassSet kWordStarts = kLetters | only(CharClass::mark);

/// The ends of `U*L+` and of `U+L*` at one place; null where they do not match.
struct Word {
  const char* lower_ended = nullptr;
  const char* upper_started = nullptr;
};

/// A U-run that no lower-case letter follows gives back what comes after its last uncased
/// character, so that L+ has something to match.
[[nodiscard]] Word match_word(const char* text, const char* end) {
  const char* after_uncased = nullptr;
  const char* at = text;
  while (at < end) {
    const Scanned next = scan(at);
    if (next.is_in(only(CharClass::lower))) return {.lower_ended = skip(at, end, kLowerRun)};
    if (!next.is_in(kUpperRun)) break;
    at += next.size;
    if (next.is_in(kUncased)) after_uncased = at;
  }
  if (after_uncased != nullptr) return {.lower_ended = after_uncased};
  return {.upper_started = at == text ? nullptr : at};
}

/// The end of a piece that starts with a letter or a mark, without the contraction; null if none.
[[nodiscard]] const char* end_of_word(const char* piece, const char* end, Scanned first) {
  const bool is_mark = first.is_in(only(CharClass::mark));
  // A mark may be the optional first character or a member of the word itself.
  const Word prefixed = is_mark ? match_word(piece + first.size, end) : Word{};
  if (prefixed.lower_ended != nullptr) return prefixed.lower_ended;
  const Word word = match_word(piece, end);
  if (word.lower_ended != nullptr) return word.lower_ended;
  return is_mark ? prefixed.upper_started : word.upper_started;
}

[[nodiscard]] const char* end_of_prefixed_word(const char* word, const char* end) {
  const Word matched = match_word(word, end);
  return matched.lower_ended != nullptr ? matched.lower_ended : matched.upper_started;
}

}  // namespace

const char* end_of_o200k_piece(const char* piece, const char* end) {
  const Scanned first = scan(piece);
  if (first.is_in(kWordStarts)) return skip_contraction(end_of_word(piece, end, first), end);
  if (first.is_in(kNumbers)) return skip_number(piece, end);
  if (first.is_in(kNewlines)) return skip_white_space(piece, end);
  const char* const second = piece + first.size;
  const ClassSet next = second < end ? scan(second).set : ClassSet{0};
  if ((next & kWordStarts) != 0) {
    return skip_contraction(end_of_prefixed_word(second, end), end);
  }
  if (first.is_in(kSymbols)) return skip_symbols(second, end, '/');
  if (*piece == ' ' && (next & kSymbols) != 0) return skip_symbols(second, end, '/');
  return skip_white_space(piece, end);
}

}  // namespace gramme::tokens
