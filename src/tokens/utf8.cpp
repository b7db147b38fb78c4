#include "tokens/utf8.hpp"

#include <algorithm>
#include <cstring>

namespace gramme::tokens {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

/// What a lead byte asks for: bytes in all, and the bounds of the second one. Size 0: not a lead.
struct Lead {
  std::size_t size = 0;
  unsigned second_low = 0x80;
  unsigned second_high = 0xBF;
};

[[nodiscard]] Lead lead_of(unsigned byte) {
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {.size = 2};
  if (byte == 0xE0) return {.size = 3, .second_low = 0xA0};
  if (byte == 0xED) return {.size = 3, .second_high = 0x9F};
  if (byte < 0xF0) return {.size = 3};
  if (byte == 0xF0) return {.size = 4, .second_low = 0x90};
  if (byte < 0xF4) return {.size = 4};
  if (byte == 0xF4) return {.size = 4, .second_high = 0x8F};
  return {};
}

[[nodiscard]] unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// A character or the longest start of one; an impossible byte is a start of length 1.
struct Sequence {
  std::size_t size = 1;
  bool is_complete = false;
};

[[nodiscard]] Sequence sequence_at(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return {.size = 1, .is_complete = true};
  const Lead lead = lead_of(first);
  if (lead.size == 0 || at + 1 >= text.size()) return {};
  const unsigned second = byte_at(text, at + 1);
  if (second < lead.second_low || second > lead.second_high) return {};
  for (std::size_t i = 2; i < lead.size; ++i) {
    const bool is_missing = at + i >= text.size() || !is_continuation(text[at + i]);
    if (is_missing) return {.size = i, .is_complete = false};
  }
  return {.size = lead.size, .is_complete = true};
}

/// The end of the run of ASCII at `at`, give or take 7 bytes.
[[nodiscard]] std::size_t skip_ascii(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  while (text.size() - at >= sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
    at += sizeof word;
  }
  return at;
}

/// How many bytes the character at `at` has if it is one of two or three bytes and its lead alone
/// sets no bounds to the second; else 0. Precondition: three bytes are there.
[[nodiscard]] std::size_t common_size(const char* at) {
  const auto byte = [at](int i) {
    return static_cast<unsigned>(static_cast<unsigned char>(at[i]));
  };
  const unsigned lead = byte(0);
  const bool is_second = (byte(1) & 0xC0) == 0x80;
  if (lead >= 0xC2 && lead < 0xE0) return is_second ? 2 : 0;
  const bool is_plain = lead > 0xE0 && lead < 0xF0 && lead != 0xED;
  return is_plain && is_second && (byte(2) & 0xC0) == 0x80 ? 3 : 0;
}

/// The end of the run of characters at `at` that common_size knows.
[[nodiscard]] std::size_t skip_common(std::string_view text, std::size_t at) {
  while (text.size() - at >= 3) {
    const std::size_t size = common_size(text.data() + at);
    if (size == 0) break;
    at += size;
  }
  return at;
}

}  // namespace

std::size_t well_formed_prefix(std::string_view text) {
  std::size_t at = skip_ascii(text, 0);
  while (at < text.size()) {
    at = skip_common(text, at);
    if (at == text.size()) break;
    const Sequence sequence = sequence_at(text, at);
    if (!sequence.is_complete) return at;
    at += sequence.size;
    if (sequence.size == 1) at = skip_ascii(text, at);
  }
  return at;
}

std::size_t encode(char32_t code_point, char* bytes) {
  const auto tail = [code_point](unsigned shift) {
    return static_cast<char>(0x80 | (code_point >> shift & 0x3F));
  };
  if (code_point < kFirstNonAscii) {
    bytes[0] = static_cast<char>(code_point);
    return 1;
  }
  if (code_point < kFirstThreeByte) {
    bytes[0] = static_cast<char>(0xC0 | code_point >> 6);
    bytes[1] = tail(0);
    return 2;
  }
  if (code_point < kFirstFourByte) {
    bytes[0] = static_cast<char>(0xE0 | code_point >> 12);
    bytes[1] = tail(6);
    bytes[2] = tail(0);
    return 3;
  }
  bytes[0] = static_cast<char>(0xF0 | code_point >> 18);
  bytes[1] = tail(12);
  bytes[2] = tail(6);
  bytes[3] = tail(0);
  return 4;
}

std::size_t unfinished_suffix(std::string_view text) {
  constexpr std::size_t kLongestStart = 3;
  for (std::size_t size = 1; size <= std::min(kLongestStart, text.size()); ++size) {
    const std::size_t at = text.size() - size;
    if (is_continuation(text[at])) continue;
    const Sequence sequence = sequence_at(text, at);
    const bool is_start = lead_of(byte_at(text, at)).size > 0;
    return is_start && !sequence.is_complete && sequence.size == size ? size : 0;
  }
  return 0;
}

std::string to_well_formed(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  while (!text.empty()) {
    const std::size_t good = well_formed_prefix(text);
    repaired.append(text.substr(0, good));
    text.remove_prefix(good);
    if (text.empty()) break;
    repaired.append(kReplacement);
    text.remove_prefix(sequence_at(text, 0).size);
  }
  return repaired;
}

WellFormedText::WellFormedText(std::string_view text) : view_(text) {
  if (well_formed_prefix(text) == text.size()) return;
  repaired_ = to_well_formed(text);
  view_ = repaired_;
}

}  // namespace gramme::tokens
