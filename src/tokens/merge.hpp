#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tokens/vocabulary.hpp"

namespace gramme::tokens {

/// Whether two neighbours stay as they are when their bytes are merged afresh. A sequence of tokens
/// is the encoding of its bytes exactly when all its neighbours do.
[[nodiscard]] bool are_stable_neighbours(const Vocabulary& vocabulary, std::uint32_t left,
                                         std::uint32_t right);

/// The encoding of a piece as far as it is known.
struct Encoded {
  std::vector<std::uint32_t> ids;
  /// How many bytes of the piece that is.
  std::size_t size = 0;
  /// How many bytes the last window took back.
  std::size_t taken_back = 0;
};

/// Merges the bytes of pieces into tokens. Its memory is kept between pieces.
class Merger {
 public:
  explicit Merger(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// The tokens of a piece of well-formed text; valid until the next call. Linear in its size.
  [[nodiscard]] std::span<const std::uint32_t> merge(std::string_view piece);

  /// Calls `visit` with the id of each token of a piece, in order.
  template <typename Visit>
  void for_each_token(std::string_view piece, Visit visit) {
    const std::uint32_t whole = vocabulary_.token_bytes().find(piece);
    if (whole != kNoToken) return visit(whole);
    for (const std::uint32_t id : merge(piece)) visit(id);
  }

  /// Extends the encoding of the start of a piece by one window or by the last token repeated. The
  /// last ids may have to go first: they are put into `taken_back`. Precondition: encoded.size <
  /// piece.size().
  void extend(Encoded& encoded, std::string_view piece, std::vector<std::uint32_t>& taken_back);

 private:
  /// A symbol's neighbours; a merge keeps the place of its left part.
  struct Symbol {
    std::uint32_t previous;
    std::uint32_t next;
  };

  [[nodiscard]] bool repeat_last(Encoded& encoded, std::string_view piece) const;
  void merge_window(std::string_view bytes);
  void place_symbols(std::string_view bytes);
  [[nodiscard]] std::uint32_t find_character(std::string_view bytes, std::size_t at,
                                             std::size_t size) const;
  template <typename Key>
  void merge_symbols();
  template <typename Key>
  [[nodiscard]] std::vector<Key>& keys_of() {
    if constexpr (sizeof(Key) == sizeof(std::uint32_t))
      return keys_;
    else
      return long_keys_;
  }
  const Vocabulary& vocabulary_;
  /// The window at work: its tokens, their neighbours, and for each a key of the merge with the
  /// next.
  std::vector<std::uint32_t> ids_;
  std::vector<Symbol> symbols_;
  std::vector<std::uint32_t> keys_;
  std::vector<std::uint64_t> long_keys_;
  std::size_t count_ = 0;
  /// Of a piece longer than one window.
  Encoded long_piece_;
  std::vector<std::uint32_t> taken_back_;
};

}  // namespace gramme::tokens
