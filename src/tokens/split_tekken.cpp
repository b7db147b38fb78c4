#include "tokens/open_run.hpp"
#include "tokens/scan.hpp"
#include "tokens/splitter.hpp"

// The pattern of o200k with \p{N} instead of \p{N}{1,3}, and without contractions:
// [^\r\n\p{L}\p{N}]?U*L+ | [^\r\n\p{L}\p{N}]?U+L* | \p{N} |  ?[^\s\p{L}\p{N}]+[\r\n/]*
// | \s*[\r\n]+ | \s+(?!\S) | \s+

namespace gramme::tokens {
namespace {

/// Longest contraction after its apostrophe, in bytes.
constexpr int kLongestTail = 2;

/// A piece of o200k ends in a letter only if it is a word, and holds an apostrophe beyond its first
/// character only if a contraction begins there.
[[nodiscard]] const char* without_contraction(const char* piece, const char* end) {
  if (!scan(piece).is_in(kLetters | kSymbols | kSpaces)) return end;
  const char last = end[-1];
  const bool is_symbol =
      static_cast<unsigned char>(last) < kFirstNonAscii && !scan(end - 1).is_in(kLetters);
  if (is_symbol) return end;
  for (int size = 1; size <= kLongestTail && end - size - 1 > piece; ++size) {
    if (end[-size - 1] == '\'') return end - size - 1;
  }
  return end;
}

}  // namespace

const char* end_of_tekken_piece(const char* piece, const char* end) {
  const Scanned first = scan(piece);
  if (first.is_in(kNumbers)) return piece + first.size;
  return without_contraction(piece, end_of_o200k_piece(piece, end));
}

const char* open_tekken_piece(const char* piece, const char* end, OpenRun& run) {
  const Scanned first = scan(piece);
  if (first.is_in(kNumbers)) return piece + first.size;
  return without_contraction(piece, open_o200k_piece(piece, end, run));
}

}  // namespace gramme::tokens
