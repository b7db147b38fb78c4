#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gramme::tokens {

/// The first code points that take two, three and four bytes.
inline constexpr std::uint32_t kFirstNonAscii = 0x80;
inline constexpr std::uint32_t kFirstThreeByte = 0x800;
inline constexpr std::uint32_t kFirstFourByte = 0x10000;

/// U+FFFD, which stands for what is no character.
inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// A code point and the bytes it takes.
struct CodePoint {
  std::uint32_t value = 0;
  std::uint32_t size = 0;
};

/// The code point at `text`. Precondition: `text` points into well-formed UTF-8, at the first byte
/// of a character.
[[nodiscard]] inline CodePoint decode_well_formed(const char* text) {
  const auto byte = [text](int i) { return static_cast<std::uint32_t>(text[i]) & 0xFFU; };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  const std::uint32_t middle = (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  if (lead < 0xF0) return {(lead & 0xF) << 12 | middle, 3};
  return {(lead & 7) << 18 | middle << 6 | (byte(3) & 0x3F), 4};
}

[[nodiscard]] constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// How many bytes a character that starts with this one has, in well-formed text.
[[nodiscard]] constexpr std::size_t size_of_character(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xC0) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

/// Writes a code point as UTF-8 into four bytes; how many it takes. Precondition: no surrogate.
[[nodiscard]] std::size_t encode(char32_t code_point, char* bytes);

/// Length of the end of the text that may still become a character when more comes.
[[nodiscard]] std::size_t unfinished_suffix(std::string_view text);

/// Length of the longest well-formed start of the text.
[[nodiscard]] std::size_t well_formed_prefix(std::string_view text);

/// The text with each ill-formed sequence replaced by U+FFFD, as a browser's TextDecoder does:
/// one replacement per maximal start of a character.
[[nodiscard]] std::string to_well_formed(std::string_view text);

/// A view of the text that is well-formed UTF-8: the text itself, or a repaired copy.
class WellFormedText {
 public:
  explicit WellFormedText(std::string_view text);
  WellFormedText(const WellFormedText&) = delete;
  WellFormedText& operator=(const WellFormedText&) = delete;

  [[nodiscard]] std::string_view view() const { return view_; }

 private:
  std::string repaired_;
  std::string_view view_;
};

}  // namespace gramme::tokens
