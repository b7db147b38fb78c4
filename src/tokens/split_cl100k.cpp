#include "tokens/open_run.hpp"
#include "tokens/scan.hpp"
#include "tokens/splitter.hpp"

// (?i:'s|'t|'re|'ve|'m|'ll|'d) | [^\r\n\p{L}\p{N}]?\p{L}+ | \p{N}{1,3}
// |  ?[^\s\p{L}\p{N}]+[\r\n]* | \s*[\r\n]+ | \s+(?!\S) | \s+

namespace gramme::tokens {
namespace {

template <typename Run>
const char* end_of_piece(const char* piece, const char* end, Run& run) {
  const Scanned first = scan(piece);
  const char* const second = piece + first.size;
  if (first.is_in(kLetters)) return skip(second, end, kLetters, run);
  if (first.is_in(kNumbers)) return skip_number(piece, end);
  const char* const contraction = skip_contraction(piece, end);
  if (contraction != piece) return contraction;
  if (!first.is_in(kNewlines)) {
    const char* const word = skip(second, end, kLetters, run);
    if (word != second) return word;
  }
  if (first.is_in(kSymbols)) return skip_symbols(piece, end, '\n', run);
  const bool is_before_symbol = *piece == ' ' && second < end && scan(second).is_in(kSymbols);
  if (is_before_symbol) return skip_symbols(second, end, '\n', run);
  return skip_white_space(piece, end, run);
}

}  // namespace

const char* end_of_cl100k_piece(const char* piece, const char* end) {
  NoRun none;
  return end_of_piece(piece, end, none);
}

const char* open_cl100k_piece(const char* piece, const char* end, OpenRun& run) {
  return end_of_piece(piece, end, run);
}

}  // namespace gramme::tokens
