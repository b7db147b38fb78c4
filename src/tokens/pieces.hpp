#pragma once

#include <string_view>

#include "tokens/prepared_text.hpp"
#include "tokens/vocabulary.hpp"

namespace gramme::tokens {

/// Calls `visit` with each piece of the text in order; ill-formed UTF-8 becomes U+FFFD first.
template <typename Visit>
void for_each_piece(const Vocabulary& vocabulary, std::string_view utf8, Visit visit) {
  const PreparedText text(vocabulary, utf8);
  const EndOfPiece end_of_piece = vocabulary.splitter().end_of_piece;
  const char* piece = text.view().data();
  const char* const end = piece + text.view().size();
  while (piece < end) {
    const char* const next = end_of_piece(piece, end);
    visit(std::string_view(piece, static_cast<std::size_t>(next - piece)));
    piece = next;
  }
}

}  // namespace gramme::tokens
