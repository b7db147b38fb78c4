#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gramme::tokens {

/// A well-formed text that arrives in parts. A part may end within a character, whose rest comes
/// with the next; what never becomes a character is U+FFFD, as in TextDecoder and TextEncoder.
class GrowingText {
 public:
  /// Bytes beyond the end that may be read: zeros. At least what PieceCounter reads.
  static constexpr std::size_t kSlack = 32;

  GrowingText() : bytes_(kSlack) {}

  void append(std::string_view utf8);
  void append(std::u16string_view units);
  /// What is held back will not be completed.
  void finish();

  /// The text but for the start of a character held back at its end.
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }
  [[nodiscard]] bool holds_back() const { return !held_bytes_.empty() || held_unit_ != 0; }

  /// UTF-16 units of the text, with a surrogate held back.
  [[nodiscard]] std::size_t units() const { return units_ + (held_unit_ != 0 ? 1 : 0); }

  /// Cuts the text after that many units, found by going on from a place where both are known.
  /// Preconditions: the place lies in the text and not after `units`; `units` < units().
  struct Place {
    std::size_t bytes = 0;
    std::size_t units = 0;
  };
  void truncate(std::size_t units, Place known);

  /// The place that many bytes into the text, counted from a known one or from the end, whichever
  /// is nearer.
  [[nodiscard]] Place place_of(std::size_t bytes, Place known) const;

 private:
  void put(std::string_view well_formed);
  void put_code_point(char32_t code_point);
  void drop_held_bytes();
  void drop_held_unit();
  void make_room(std::size_t bytes);
  void hold_lone_half_again();

  std::vector<char> bytes_;
  std::size_t size_ = 0;
  std::size_t units_ = 0;
  /// High surrogates that stood alone and became U+FFFD, and where that ends: they are halves again
  /// when the text is cut after them.
  struct LoneHalf {
    std::size_t end = 0;
    char16_t unit = 0;
  };
  std::vector<LoneHalf> lone_halves_;
  /// The start of a character in UTF-8, or a high surrogate.
  std::string held_bytes_;
  char16_t held_unit_ = 0;
};

}  // namespace gramme::tokens
