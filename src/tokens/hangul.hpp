#pragma once

#include <cstdint>

/// Hangul syllables are composed by rule: a leading consonant, a vowel, perhaps a tail.
namespace gramme::tokens::hangul {

inline constexpr std::uint32_t kFirstSyllable = 0xAC00;
inline constexpr std::uint32_t kFirstLead = 0x1100;
inline constexpr std::uint32_t kFirstVowel = 0x1161;
/// A tail of 0 is none.
inline constexpr std::uint32_t kBeforeTails = 0x11A7;
inline constexpr std::uint32_t kLeads = 19;
inline constexpr std::uint32_t kVowels = 21;
inline constexpr std::uint32_t kTails = 28;
inline constexpr std::uint32_t kSyllables = kLeads * kVowels * kTails;

[[nodiscard]] inline bool is_syllable(std::uint32_t code_point) {
  return code_point - kFirstSyllable < kSyllables;
}

/// The syllable that two parts make, or 0.
[[nodiscard]] inline std::uint32_t composed_of(std::uint32_t first, std::uint32_t second) {
  const std::uint32_t lead = first - kFirstLead;
  const std::uint32_t vowel = second - kFirstVowel;
  if (lead < kLeads && vowel < kVowels) return kFirstSyllable + (lead * kVowels + vowel) * kTails;
  const std::uint32_t tail = second - kBeforeTails;
  const bool is_open = is_syllable(first) && (first - kFirstSyllable) % kTails == 0;
  return is_open && tail > 0 && tail < kTails ? first + tail : 0;
}

}  // namespace gramme::tokens::hangul
