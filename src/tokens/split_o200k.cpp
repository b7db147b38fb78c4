#include "tokens/open_run.hpp"
#include "tokens/scan.hpp"
#include "tokens/splitter.hpp"

// With U = [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}], L = [\p{Ll}\p{Lm}\p{Lo}\p{M}] and
// S = (?i:'s|'t|'re|'ve|'m|'ll|'d)?:
// [^\r\n\p{L}\p{N}]?U*L+S | [^\r\n\p{L}\p{N}]?U+L*S | \p{N}{1,3}
// |  ?[^\s\p{L}\p{N}]+[\r\n/]* | \s*[\r\n]+ | \s+(?!\S) | \s+

namespace gramme::tokens {
namespace {

constexpr ClassSet kWordStarts = kLetters | only(CharClass::mark);

/// The ends of `U*L+` and of `U+L*` at one place; null where they do not match.
struct Word {
  const char* lower_ended = nullptr;
  const char* upper_started = nullptr;
};

/// A U-run that no lower-case letter follows gives back what comes after its last uncased
/// character, so that L+ has something to match.
template <typename Run>
[[nodiscard]] Word match_word(const char* text, const char* end, Run& run) {
  UpperRun upper;
  extend(upper, text, end);
  if (upper.end < end && scan(upper.end).is_in(only(CharClass::lower))) {
    return {.lower_ended = skip(upper.end, end, kLowerRun, run)};
  }
  if (upper.end == end) run.upper_word(upper.after_uncased);
  if (upper.after_uncased != nullptr) return {.lower_ended = upper.after_uncased};
  return {.upper_started = upper.end == text ? nullptr : upper.end};
}

/// The end of a piece that starts with a letter or a mark, without the contraction.
template <typename Run>
[[nodiscard]] const char* end_of_word(const char* piece, const char* end, Run& run) {
  const Scanned first = scan(piece);
  const bool is_mark = first.is_in(only(CharClass::mark));
  // A mark may be the optional first character or a member of the word itself.
  const Word prefixed = is_mark ? match_word(piece + first.size, end, run) : Word{};
  if (prefixed.lower_ended != nullptr) return prefixed.lower_ended;
  const Word word = match_word(piece, end, run);
  if (word.lower_ended != nullptr) return word.lower_ended;
  return is_mark ? prefixed.upper_started : word.upper_started;
}

template <typename Run>
[[nodiscard]] const char* end_of_prefixed_word(const char* word, const char* end, Run& run) {
  const Word matched = match_word(word, end, run);
  return matched.lower_ended != nullptr ? matched.lower_ended : matched.upper_started;
}

template <typename Run>
[[nodiscard]] const char* end_of_piece(const char* piece, const char* end, Run& run) {
  const Scanned first = scan(piece);
  if (first.is_in(kWordStarts)) return skip_contraction(end_of_word(piece, end, run), end);
  if (first.is_in(kNumbers)) return skip_number(piece, end);
  if (first.is_in(kNewlines)) return skip_white_space(piece, end, run);
  const char* const second = piece + first.size;
  const ClassSet next = second < end ? scan(second).set : ClassSet{0};
  if ((next & kWordStarts) != 0) {
    return skip_contraction(end_of_prefixed_word(second, end, run), end);
  }
  if (first.is_in(kSymbols)) return skip_symbols(piece, end, '/', run);
  if (*piece == ' ' && (next & kSymbols) != 0) return skip_symbols(second, end, '/', run);
  return skip_white_space(piece, end, run);
}

}  // namespace

const char* end_of_o200k_piece(const char* piece, const char* end) {
  NoRun none;
  return end_of_piece(piece, end, none);
}

const char* open_o200k_piece(const char* piece, const char* end, OpenRun& run) {
  return end_of_piece(piece, end, run);
}

}  // namespace gramme::tokens
