#include "tokens/open_run.hpp"
#include "tokens/scan.hpp"
#include "tokens/splitter.hpp"

// '(?:[sdmt]|ll|ve|re) |  ?\p{L}+ |  ?\p{N}+ |  ?[^\s\p{L}\p{N}]+ | \s+(?!\S) | \s+

namespace gramme::tokens {
namespace {

/// The end of a lower-case contraction at `text`, or `text` itself. Any other case is no
/// contraction.
[[nodiscard]] const char* skip_lower_contraction(const char* text, const char* end) {
  if (end - text < 2 || *text != '\'') return text;
  const char first = text[1];
  if (first == 's' || first == 'd' || first == 'm' || first == 't') return text + 2;
  if (end - text < 3) return text;
  const char second = text[2];
  const bool is_pair =
      (first == 'l' && second == 'l') || ((first == 'v' || first == 'r') && second == 'e');
  return is_pair ? text + 3 : text;
}

/// `\s+(?!\S)|\s+`, at white space: newlines are blanks like any other.
template <typename Run>
[[nodiscard]] const char* skip_blanks(const char* text, const char* end, Run& run) {
  const char* const after = skip(text, end, kSpaces, run);
  if (after == end) return after;
  const char* last = text;
  for (const char* at = text; at < after; at += scan(at).size) last = at;
  return last == text ? after : last;
}

template <typename Run>
[[nodiscard]] const char* end_of_piece(const char* piece, const char* end, Run& run) {
  const char* const contraction = skip_lower_contraction(piece, end);
  if (contraction != piece) return contraction;
  const bool is_blank_first = *piece == ' ' && end - piece > 1;
  const char* const start = is_blank_first ? piece + 1 : piece;
  const Scanned first = scan(start);
  for (const ClassSet classes : {kLetters, kNumbers, kSymbols}) {
    if (first.is_in(classes)) return skip(start, end, classes, run);
  }
  return skip_blanks(piece, end, run);
}

}  // namespace

const char* end_of_p50k_piece(const char* piece, const char* end) {
  NoRun none;
  return end_of_piece(piece, end, none);
}

const char* open_p50k_piece(const char* piece, const char* end, OpenRun& run) {
  return end_of_piece(piece, end, run);
}

}  // namespace gramme::tokens
