#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tokens/merge.hpp"
#include "tokens/piece_counter.hpp"
#include "tokens/text_features.hpp"
#include "tokens/vocabulary.hpp"

namespace gramme::tokens {

/// What is summed over the tokens of a text: how many there are.
class CountTally {
 public:
  using Sum = std::size_t;

  CountTally(const Vocabulary& /*vocabulary*/, PieceCounter& pieces) : pieces_(pieces) {}

  /// PieceCounter::kReach bytes after the start of the piece may be read.
  [[nodiscard]] Sum of_piece(std::string_view piece) {
    return pieces_.count_piece(piece.data(), piece.size());
  }
  static void add(Sum& sum, std::uint32_t /*id*/) { ++sum; }
  static void remove(Sum& sum, std::uint32_t /*id*/) { --sum; }
  static void add(Sum& sum, Sum other) { sum += other; }

 private:
  PieceCounter& pieces_;
};

/// The same of what an estimate is made from.
class FeatureTally {
 public:
  using Sum = FeatureCounts;

  FeatureTally(const Vocabulary& vocabulary, PieceCounter& pieces)
      : vocabulary_(vocabulary), pieces_(pieces) {}

  [[nodiscard]] Sum of_piece(std::string_view piece) {
    Sum sum{};
    pieces_.merger().for_each_token(piece, [&](std::uint32_t id) { add(sum, id); });
    return sum;
  }
  void add(Sum& sum, std::uint32_t id) const { add_token(sum, vocabulary_, id); }
  void remove(Sum& sum, std::uint32_t id) const { remove_token(sum, vocabulary_, id); }
  static void add(Sum& sum, const Sum& other) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += other[i];
  }

 private:
  const Vocabulary& vocabulary_;
  PieceCounter& pieces_;
};

}  // namespace gramme::tokens
