#include "tokens/piece_counter.hpp"

#include "tokens/plain_word.hpp"

namespace gramme::tokens {

std::size_t PieceCounter::count(std::string_view text) {
  const EndOfPiece end_of_piece = vocabulary_.splitter().end_of_piece;
  const WordPrefixes& prefixes = *vocabulary_.splitter().word_prefixes;
  const char* piece = text.data();
  const char* const end = piece + text.size();
  std::size_t count = 0;
  while (static_cast<std::size_t>(end - piece) > kPlainWordReach) {
    std::size_t size = plain_word(piece, prefixes);
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

inline std::size_t PieceCounter::count_readable_piece(const char* piece, std::size_t size) {
  if (size > kMaxKeySize) return count_new_piece({piece, size});
  return cache_.get(key_of_readable(piece, size), [&] { return count_new_piece({piece, size}); });
}

std::size_t PieceCounter::count_new_piece(std::string_view piece) {
  return vocabulary_.find(piece) != kNoToken ? 1 : merger_.merge(piece).size();
}

}  // namespace gramme::tokens
