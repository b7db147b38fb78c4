#include "tokens/open_run.hpp"
#include "tokens/scan.hpp"
#include "tokens/splitter.hpp"

// The pattern of cl100k with \p{N} instead of \p{N}{1,3}.

namespace gramme::tokens {

const char* end_of_qwen_piece(const char* piece, const char* end) {
  const Scanned first = scan(piece);
  return first.is_in(kNumbers) ? piece + first.size : end_of_cl100k_piece(piece, end);
}

const char* open_qwen_piece(const char* piece, const char* end, OpenRun& run) {
  const Scanned first = scan(piece);
  return first.is_in(kNumbers) ? piece + first.size : open_cl100k_piece(piece, end, run);
}

}  // namespace gramme::tokens
