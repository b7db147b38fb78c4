#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tokens/merge.hpp"
#include "tokens/piece_cache.hpp"
#include "tokens/plain_word.hpp"
#include "tokens/vocabulary.hpp"

namespace gramme::tokens {

/// Counts the tokens of pieces and of well-formed texts, and remembers pieces.
class PieceCounter {
 public:
  /// Bytes after the start of a piece that are read where that is allowed.
  static constexpr std::size_t kReach = std::max(kPlainWordReach, sizeof(PieceKey<4>));

  explicit PieceCounter(const Vocabulary& vocabulary)
      : vocabulary_(vocabulary), merger_(vocabulary) {}

  /// Tokens of a text that is well-formed; reads nothing beyond it.
  [[nodiscard]] std::size_t count(std::string_view text);

  /// Tokens of a piece; kReach bytes after its start may be read.
  [[nodiscard]] std::size_t count_piece(const char* piece, std::size_t size) {
    const auto count_new = [&] { return count_new_piece({piece, size}); };
    if (size <= ShortKey::kMaxSize) {
      return short_pieces_.get(ShortKey::of(piece, size), count_new);
    }
    if (size <= LongerKey::kMaxSize) {
      return longer_pieces_.get(LongerKey::of(piece, size), count_new);
    }
    return count_new();
  }

  [[nodiscard]] Merger& merger() { return merger_; }

 private:
  using ShortKey = PieceKey<2>;
  using LongerKey = PieceKey<4>;

  /// From so many new pieces on, finding them by their bytes is worth the tables for it.
  static constexpr std::uint32_t kWorthTokenBytes = 4096;

  [[nodiscard]] std::size_t count_new_piece(std::string_view piece);

  const Vocabulary& vocabulary_;
  Merger merger_;
  std::uint32_t merged_pieces_ = 0;
  PieceCache<2, 15> short_pieces_;
  PieceCache<4, 11> longer_pieces_;
};

}  // namespace gramme::tokens
