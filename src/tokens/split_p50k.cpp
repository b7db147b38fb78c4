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
[[nodiscard]] const char* skip_blanks(const char* text, const char* end) {
  const char* last = text;
  const char* at = text;
  for (; at < end; last = at, at += scan(at).size) {
    if (!scan(at).is_in(kSpaces)) return last == text ? at : last;
  }
  return at;
}

}  // namespace

const char* end_of_p50k_piece(const char* piece, const char* end) {
  const char* const contraction = skip_lower_contraction(piece, end);
  if (contraction != piece) return contraction;
  const bool is_blank_first = *piece == ' ' && end - piece > 1;
  const char* const start = is_blank_first ? piece + 1 : piece;
  const Scanned first = scan(start);
  for (const ClassSet classes : {kLetters, kNumbers, kSymbols}) {
    if (first.is_in(classes)) return skip(start, end, classes);
  }
  return skip_blanks(piece, end);
}

}  // namespace gramme::tokens
