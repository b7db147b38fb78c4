#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/range.hpp"
#include "gramme/result.hpp"

namespace gramme {

namespace tokens {
class PieceCounter;
}

/// Which hand-written splitter an encoding uses (docs/method.md#tokens).
enum class SplitPattern { cl100k, o200k, p50k, qwen, deepseek, tekken };

/// A loaded byte-pair vocabulary: immutable, shared by every counter of its encoding.
class Vocabulary;

/// Reads a packed vocabulary file (docs/data.md#vocabulary-files). An increment needs its base.
/// Errors: vocabulary_corrupt (wrong magic, version, checksum, truncated, bad merge),
/// vocabulary_missing (another base, or none, for an increment).
[[nodiscard]] Result<std::shared_ptr<const Vocabulary>> load_vocabulary(
    std::span<const std::uint8_t> file, const Vocabulary* base = nullptr);

/// A token that stands for no text but marks something, such as the start of a message.
struct SpecialToken {
  std::string text;
  std::uint32_t id = 0;
};

/// Counts texts with one vocabulary and remembers pieces between them: for many texts, or in a
/// loop. Its memory does not grow with what it counts, but for one text at a time. One thread at a
/// time.
class TokenCounter {
 public:
  explicit TokenCounter(std::shared_ptr<const Vocabulary> vocabulary);
  TokenCounter(TokenCounter&&) noexcept;
  TokenCounter& operator=(TokenCounter&&) noexcept;
  ~TokenCounter();

  /// The memory that streams share. For the tokenizer's own files.
  [[nodiscard]] tokens::PieceCounter& pieces() { return *pieces_; }

  /// What count_tokens answers.
  [[nodiscard]] std::size_t count(std::string_view utf8);

  [[nodiscard]] const Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::unique_ptr<tokens::PieceCounter> pieces_;
};

/// Special tokens that differ by a number: `<|reserved_7|>`.
struct ReservedTokens {
  std::string prefix;
  std::string suffix;
  std::uint32_t first_number = 0;
  std::uint32_t first_id = 0;
  std::uint32_t count = 0;
};

/// The special tokens of an encoding.
struct SpecialTokens {
  std::vector<SpecialToken> named;
  std::vector<ReservedTokens> reserved;
};

/// Tokens of the text. Text that looks like a special token is ordinary text; invalid UTF-8
/// counts as U+FFFD. Never worse than linear in the length of the text.
[[nodiscard]] std::size_t count_tokens(const Vocabulary& vocabulary, std::string_view utf8);

/// The token ids themselves, in order.
[[nodiscard]] std::vector<std::uint32_t> encode(const Vocabulary& vocabulary,
                                                std::string_view utf8);

/// The same, with the allowed special tokens read as such wherever their text stands.
[[nodiscard]] std::vector<std::uint32_t> encode(const Vocabulary& vocabulary,
                                                const SpecialTokens& allowed,
                                                std::string_view utf8);

/// The bytes of the ids; ill-formed UTF-8 where the ids end within a character.
/// Errors: out_of_range for an id the vocabulary does not have.
[[nodiscard]] Result<std::string> decode(const Vocabulary& vocabulary,
                                         std::span<const std::uint32_t> ids);

/// The same; ids of special tokens give their text.
[[nodiscard]] Result<std::string> decode(const Vocabulary& vocabulary,
                                         const SpecialTokens& specials,
                                         std::span<const std::uint32_t> ids);

/// Kinds of o200k token that other tokenizers treat alike (docs/method.md#estimated-tokens).
enum class TokenClass {
  blank,
  word,
  mixed_word,
  digits,
  punctuation,
  cjk,
  other_script,
  accented_latin,
  symbol,
};
inline constexpr std::size_t kTokenClassCount = 9;

/// What else of a text tells how many tokens others make of it, in sums over its tokens.
enum class TextFeature {
  rarity,             ///< Of each word token: how often its id doubles 4096.
  prefix,             ///< Word tokens that begin with a sign, such as ".then".
  repeat,             ///< Letters of tokens that are one letter again and again.
  more_digits,        ///< Digits of each token after its first.
  leading_digit,      ///< 1 for a text that begins with a digit.
  blank_before_sign,  ///< Blanks that o200k puts into one token with a sign beyond ASCII.
  han,                ///< Characters: Han, and punctuation of CJK.
  kana,               ///< Characters.
  hangul,             ///< Characters.
  cased_letter,       ///< Characters: letters of other alphabets with capitals, such as Cyrillic.
  letter,             ///< Characters: letters and marks of other scripts.
  extended,           ///< Characters: accented Latin, Latin-1 signs, general punctuation.
  sign,               ///< Characters: anything else beyond ASCII.
};
inline constexpr std::size_t kTextFeatureCount = 13;
inline constexpr std::size_t kEstimatorWeightCount = kTokenClassCount + kTextFeatureCount;

/// Weights that turn counts of a text into an estimate for a tokenizer that is not public; low and
/// high are the stated 80 % band. From config/encodings.yaml.
struct TokenEstimator {
  /// Of each TokenClass, then of each TextFeature.
  Range weights[kEstimatorWeightCount];
  /// Band of short texts: never narrower than this many tokens each side.
  double minimum_band_tokens = 0.0;
  /// Grows with each change of a weight, so that stored estimates can be told apart.
  int version = 0;
};

/// Counts a text that is still growing, such as an answer that streams: at any moment, what a count
/// of the text so far would say, at the cost of what is new. Parts may be cut anywhere, within a
/// character too. One thread at a time; streams of one counter share its memory.
class TokenStream {
 public:
  /// Exact counts, or estimates.
  explicit TokenStream(std::shared_ptr<TokenCounter> counter,
                       const TokenEstimator* estimator = nullptr);
  TokenStream(TokenStream&&) noexcept;
  TokenStream& operator=(TokenStream&&) noexcept;
  ~TokenStream();

  void append(std::string_view utf8);
  void append(std::u16string_view utf16);

  /// Cuts the text after that many UTF-16 units, when a page has changed its end. More units than
  /// there are change nothing. Costs what comes after the cut, and up to 2 KiB before it.
  void truncate(std::size_t units);

  /// The text is complete: what was held back of a character is U+FFFD.
  void finish();

  /// UTF-16 units of the text so far.
  [[nodiscard]] std::size_t units() const;

  /// Bytes of UTF-8 that are kept.
  [[nodiscard]] std::size_t bytes() const;

  /// Tokens of the text so far; low, central and high are the same when exact.
  [[nodiscard]] Range tokens();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Tokens of the text under a tokenizer that is only known by its statistics, as a range.
[[nodiscard]] Range estimate_tokens(const Vocabulary& o200k, const TokenEstimator& estimator,
                                    std::string_view utf8);

}  // namespace gramme
