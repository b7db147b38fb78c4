#include "tokens/text_features.hpp"

#include <algorithm>
#include <string>

#include "tokens/merge.hpp"
#include "tokens/pieces.hpp"
#include "tokens/scan.hpp"
#include "tokens/scripts.hpp"

namespace gramme::tokens {
namespace {

/// Tokens below this id are the most frequent; each doubling beyond makes one rarer by one.
constexpr std::uint32_t kFrequentIds = 4096;
/// A letter repeated this often in one token is no word.
constexpr std::size_t kShortestRepeat = 4;
/// Signs below this code point are Latin-1's and general punctuation: frequent, and cheap.
constexpr std::uint32_t kFirstRareSign = 0x2070;
constexpr ClassSet kCased = any_of(CharClass::upper, CharClass::lower);

/// A lead byte of four whose next bytes are in another token: nearly always an emoji's.
constexpr std::uint32_t kSomeEmoji = 0x1F600;

[[nodiscard]] bool is_ascii_in(char byte, ClassSet classes) {
  const auto code = static_cast<unsigned char>(byte);
  return code < kFirstNonAscii && (kAsciiClasses[code] & classes) != 0;
}

[[nodiscard]] bool is_word(TokenClass token_class) {
  return token_class == TokenClass::word || token_class == TokenClass::mixed_word ||
         token_class == TokenClass::accented_latin;
}

[[nodiscard]] std::size_t rarity_of(std::uint32_t id) {
  std::size_t doublings = 0;
  for (std::uint32_t first = kFrequentIds; first <= id; first *= 2) ++doublings;
  return doublings;
}

/// Letters of a token that is one ASCII letter again and again, else nothing.
[[nodiscard]] std::size_t repeated_letters(std::string_view token) {
  const auto is_letter = [](char byte) { return is_ascii_in(byte, kLetters); };
  const auto first = std::find_if(token.begin(), token.end(), is_letter);
  const auto letters = static_cast<std::size_t>(std::count_if(first, token.end(), is_letter));
  const bool is_one =
      std::all_of(first, token.end(), [first](char byte) { return byte == *first; });
  return is_one && letters >= kShortestRepeat ? letters : 0;
}

[[nodiscard]] TextFeature feature_of(std::uint32_t code_point, ClassSet set) {
  if (is_in(kHangul, code_point)) return TextFeature::hangul;
  if (is_in(kKana, code_point)) return TextFeature::kana;
  if (is_in(kCjk, code_point)) return TextFeature::han;
  if (is_in(kSignMarks, code_point)) return TextFeature::sign;
  if ((set & (kLetters | only(CharClass::mark))) != 0) {
    if (is_in(kLatin, code_point)) return TextFeature::extended;
    return (set & kCased) != 0 ? TextFeature::cased_letter : TextFeature::letter;
  }
  return code_point < kFirstRareSign ? TextFeature::extended : TextFeature::sign;
}

/// The character at the start of these bytes, which may end within it: what is missing is taken to
/// be the lowest, so that it is in the right script.
[[nodiscard]] CodePoint decode_started(std::string_view bytes) {
  constexpr std::string_view kLowest = "\x80\x80\x80";
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::uint32_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (bytes.size() >= size) return decode_well_formed(bytes.data());
  if (size == 4 && bytes.size() == 1) return {kSomeEmoji, 1};
  std::string whole(bytes);
  whole += kLowest.substr(0, size - bytes.size());
  return {decode_well_formed(whole.data()).value, static_cast<std::uint32_t>(bytes.size())};
}

[[nodiscard]] bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < kFirstNonAscii; }

/// What one token adds.
class TokenFeatures {
 public:
  TokenFeatures(const Vocabulary& vocabulary, std::uint32_t id)
      : class_(vocabulary.token_bytes().class_of(id)),
        bytes_(vocabulary.token_bytes().bytes_of(id)) {
    counts_[static_cast<std::size_t>(class_)] = 1;
    if (class_ == TokenClass::digits) add_digits();
    if (is_word(class_)) add_word(id);
    add_characters();
  }

  [[nodiscard]] const FeatureCounts& counts() const { return counts_; }

 private:
  [[nodiscard]] std::size_t& of(TextFeature feature) { return counts_[place_of(feature)]; }

  void add_digits() {
    const auto digits = std::count_if(bytes_.begin(), bytes_.end(),
                                      [](char byte) { return is_ascii_in(byte, kNumbers); });
    of(TextFeature::more_digits) = static_cast<std::size_t>(std::max<long>(1, digits)) - 1;
  }

  void add_word(std::uint32_t id) {
    constexpr ClassSet kInside = kLetters | only(CharClass::blank);
    of(TextFeature::rarity) = rarity_of(id);
    of(TextFeature::repeat) = repeated_letters(bytes_);
    const bool is_prefixed = is_ascii(bytes_[0]) && !is_ascii_in(bytes_[0], kInside);
    of(TextFeature::prefix) = is_prefixed ? 1 : 0;
  }

  /// The characters beyond ASCII that begin in the token.
  void add_characters() {
    for (std::size_t at = 0; at < bytes_.size();) {
      if (is_ascii(bytes_[at]) || is_continuation(bytes_[at])) {
        ++at;
        continue;
      }
      const CodePoint found = decode_started(bytes_.substr(at));
      const ClassSet set = only(class_of(found.value));
      const bool is_sign = (set & (kLetters | only(CharClass::mark))) == 0;
      if (at == 1 && bytes_[0] == ' ' && is_sign) of(TextFeature::blank_before_sign) = 1;
      ++of(feature_of(found.value, set));
      at += found.size;
    }
  }

  TokenClass class_;
  std::string_view bytes_;
  FeatureCounts counts_{};
};

}  // namespace

void add_token(FeatureCounts& counts, const Vocabulary& vocabulary, std::uint32_t id) {
  const TokenFeatures features(vocabulary, id);
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += features.counts()[i];
}

void remove_token(FeatureCounts& counts, const Vocabulary& vocabulary, std::uint32_t id) {
  const TokenFeatures features(vocabulary, id);
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] -= features.counts()[i];
}

void add_start(FeatureCounts& counts, std::string_view utf8) {
  const bool is_digit = !utf8.empty() && is_ascii_in(utf8[0], kNumbers);
  counts[place_of(TextFeature::leading_digit)] += is_digit ? 1 : 0;
}

FeatureCounts count_features(const Vocabulary& vocabulary, std::string_view utf8) {
  Merger merger(vocabulary);
  FeatureCounts counts{};
  add_start(counts, utf8);
  for_each_piece(vocabulary, utf8, [&](std::string_view piece) {
    merger.for_each_token(piece, [&](std::uint32_t id) { add_token(counts, vocabulary, id); });
  });
  return counts;
}

Range weigh(const FeatureCounts& counts, const TokenEstimator& estimator) {
  Range sum;
  bool is_empty = true;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    sum += estimator.weights[i] * static_cast<double>(counts[i]);
    is_empty = is_empty && counts[i] == 0;
  }
  if (is_empty) return exactly(0.0);
  const double band = estimator.minimum_band_tokens;
  sum.low = std::max(0.0, std::min(sum.low, sum.central - band));
  sum.high = std::max(sum.high, sum.central + band);
  return sum;
}

}  // namespace gramme::tokens
