#include "tokens/piece_counter.hpp"

namespace gramme::tokens {
std::size_t PieceCounter::count(std::string_view text) {
  const EndOfPiece end_of_piece = vocabulary_.splitter().end_of_piece;
  const WordShape words = vocabulary_.splitter().words;
  const char* piece = text.data();
  const char* const end = piece + text.size();
  std::size_t count = 0;
  while (static_cast<std::size_t>(end - piece) > kReach) {
    std::size_t size = plain_word(piece, words);
    if (size == 0) size = static_cast<std::size_t>(end_of_piece(piece, end) - piece);
    count += count_readable_piece(piece, size);
    piece += size;
  }
  while (piece < end) {
    const char* const next = end_of_piece(piece, end);
    count += count_piece({piece, static_cast<std::size_t>(next - piece)});
    piece = next;
  }
  return count;
}

std::size_t PieceCounter::count_piece(std::string_view piece) {
  const auto count_new = [&] { return count_new_piece(piece); };
  if (piece.size() <= ShortKey::kMaxSize) {
    return short_pieces_.get(ShortKey::of(piece.data(), piece.size()), count_new);
  }
  if (piece.size() <= LongerKey::kMaxSize) {
    return longer_pieces_.get(LongerKey::of(piece.data(), piece.size()), count_new);
  }
  return count_new();
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
