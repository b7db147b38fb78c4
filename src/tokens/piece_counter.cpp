#include "tokens/piece_counter.hpp"

#include <algorithm>

namespace gramme::tokens {

std::size_t PieceCounter::count(std::string_view text) {
  const EndOfPiece end_of_piece = vocabulary_.splitter().end_of_piece;
  const WordShape words = vocabulary_.splitter().words;
  std::size_t count = 0;
  const auto count_next = [&](const char* piece, const char* end) {
    std::size_t size = plain_word(piece, words);
    if (size == 0) size = static_cast<std::size_t>(end_of_piece(piece, end) - piece);
    count += count_piece(piece, size);
    return piece + size;
  };
  const char* piece = text.data();
  const char* const end = piece + text.size();
  while (static_cast<std::size_t>(end - piece) > kReach) piece = count_next(piece, end);
  // The rest is counted in a copy with zeros after it, which end a word too.
  char rest[2 * kReach] = {};
  const char* const rest_end = std::copy(piece, end, rest);
  for (piece = rest; piece < rest_end;) piece = count_next(piece, rest_end);
  return count;
}

std::size_t PieceCounter::count_new_piece(std::string_view piece) {
  const TokenBytes* const tokens = vocabulary_.made_token_bytes();
  if (tokens != nullptr && tokens->find(piece) != kNoToken) return 1;
  if (tokens == nullptr && ++merged_pieces_ == kWorthTokenBytes) {
    static_cast<void>(vocabulary_.token_bytes());
  }
  return merger_.merge(piece).size();
}

}  // namespace gramme::tokens
