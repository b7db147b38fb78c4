#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tokens/id_limits.hpp"

namespace gramme::tokens {

/// Lets merging start from whole characters instead of their bytes.
///
/// A merge that joins whole characters needs them whole, and ranks after those within them: so
/// starting from characters ends at the same tokens, unless a merge can join a part of a character
/// to its neighbour. Few can, and they betray themselves by the two bytes at the border.
class CharIndex {
 public:
  CharIndex() : ids_(kCodePoints, kNoToken), is_crossed_(std::size_t{1} << 16) {}

  /// Takes note of a token of two or three bytes that is one character.
  void add_character(std::string_view bytes, std::uint32_t id);

  /// Takes note of a merge of these two.
  void add_merge(std::string_view left, std::string_view right);

  /// The token that is this character of two or three bytes, or kNoToken.
  [[nodiscard]] std::uint32_t id_of(std::uint32_t code_point) const {
    return code_point < kCodePoints ? ids_[code_point] : kNoToken;
  }

  /// Whether a merge may join a part of a character across a border between these two bytes.
  [[nodiscard]] bool is_crossed(char before, char after) const {
    return is_crossed_[border_of(before, after)];
  }

 private:
  static constexpr std::size_t kCodePoints = 0x10000;

  [[nodiscard]] static std::size_t border_of(char before, char after) {
    return static_cast<std::size_t>(static_cast<unsigned char>(before)) << 8 |
           static_cast<unsigned char>(after);
  }

  std::vector<std::uint32_t> ids_;
  std::vector<std::uint8_t> is_crossed_;
};

}  // namespace gramme::tokens
