#include "tokens/open_run.hpp"
#include "tokens/scan.hpp"
#include "tokens/splitter.hpp"
#include "unicode_punctuation.inc"

// Three patterns one after the other, each cutting what the one before it left over:
// \p{N}{1,3}
// [一-龥぀-ゟ゠-ヿ]+
// [!-/:-@\[-`{-~][A-Za-z]+ | [^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+ |  ?[\p{P}\p{S}]+[\r\n]*
// | \s*[\r\n]+ | \s+(?!\S) | \s+
// What no pattern matches (controls, format characters) is a piece too, as long a one as can be.

namespace gramme::tokens {
namespace {

constexpr ClassSet kWord = kLetters | only(CharClass::mark);
constexpr std::uint32_t kPunctuationLimit =
    static_cast<std::uint32_t>(kPunctuationBlockOf.size()) * 128;

/// `[\p{P}\p{S}]`
[[nodiscard]] bool is_punctuation(std::uint32_t code_point) {
  if (code_point >= kPunctuationLimit) return false;
  const std::size_t block = kPunctuationBlockOf[code_point >> 7];
  return (kPunctuationBlocks[block * 16 + ((code_point & 0x7F) >> 3)] >> (code_point & 7) & 1) != 0;
}

/// Han, hiragana and katakana as the second pattern has them.
[[nodiscard]] bool is_cjk(std::uint32_t code_point) {
  return (code_point >= 0x4E00 && code_point <= 0x9FA5) ||
         (code_point >= 0x3040 && code_point <= 0x30FF);
}

/// What a character is to these patterns.
enum class Kind { number, cjk, word, punctuation, space, newline, other };

struct Met {
  Kind kind = Kind::other;
  std::uint32_t size = 0;
};

[[nodiscard]] Met meet(const char* text) {
  const CodePoint code_point = decode_well_formed(text);
  const Scanned scanned = scan(text);
  const auto as = [&](Kind kind) { return Met{kind, code_point.size}; };
  if (scanned.is_in(kNumbers)) return as(Kind::number);
  if (is_cjk(code_point.value)) return as(Kind::cjk);
  if (scanned.is_in(kWord)) return as(Kind::word);
  if (scanned.is_in(kNewlines)) return as(Kind::newline);
  if (scanned.is_in(kSpaces)) return as(Kind::space);
  return as(is_punctuation(code_point.value) ? Kind::punctuation : Kind::other);
}

/// The kind of the character at `text`; beyond the end, that of a number: both end what the third
/// pattern sees.
[[nodiscard]] Kind kind_at(const char* text, const char* end) {
  return text < end ? meet(text).kind : Kind::number;
}

/// The run of one kind at `text`; what more text adds to it is the same run.
template <Kind kind>
[[nodiscard]] const char* skip_kind(const char* text, const char* end) {
  while (text < end) {
    const Met next = meet(text);
    if (next.kind != kind) break;
    text += next.size;
  }
  return text;
}

[[nodiscard]] bool is_ascii_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

[[nodiscard]] const char* skip_ascii_letters(const char* text, const char* end) {
  while (text < end && is_ascii_letter(*text)) ++text;
  return text;
}

template <typename Run>
[[nodiscard]] const char* skip_run(const char* text, const char* end, SkipRun skip, Run& run) {
  const char* const at = skip(text, end);
  if (at == end) run.run_of(skip);
  return at;
}

template <typename Run>
[[nodiscard]] const char* skip_punctuation(const char* text, const char* end, Run& run) {
  const char* const at = skip_run(text, end, skip_kind<Kind::punctuation>, run);
  if (kind_at(at, end) != Kind::newline) return at;
  return skip_run(at, end, skip_kind<Kind::newline>, run);
}

/// `\s*[\r\n]+|\s+(?!\S)|\s+`; a number or a CJK character ends the text here.
template <typename Run>
[[nodiscard]] const char* skip_spaces(const char* text, const char* end, Run& run) {
  const char* after_newline = nullptr;
  const char* last = text;
  const char* at = text;
  Kind kind = kind_at(at, end);
  for (; kind == Kind::space || kind == Kind::newline; kind = kind_at(at, end)) {
    last = at;
    at += scan(at).size;
    if (kind == Kind::newline) after_newline = at;
  }
  if (at == end) run.white_space(after_newline);
  if (after_newline != nullptr) return after_newline;
  const bool is_at_end = kind == Kind::number || kind == Kind::cjk;
  return is_at_end || last == text ? at : last;
}

/// The run of characters at `text` at which nothing matches.
[[nodiscard]] const char* skip_unmatched(const char* text, const char* end) {
  while (text < end) {
    const Met next = meet(text);
    if (next.kind != Kind::other || kind_at(text + next.size, end) == Kind::word) break;
    text += next.size;
  }
  return text;
}

template <typename Run>
[[nodiscard]] const char* skip_word(const char* text, const char* end, Run& run) {
  return skip_run(text, end, skip_kind<Kind::word>, run);
}

template <typename Run>
[[nodiscard]] const char* end_of_piece(const char* piece, const char* end, Run& run) {
  const Met first = meet(piece);
  const char* const second = piece + first.size;
  if (first.kind == Kind::number) return skip_number(piece, end);
  if (first.kind == Kind::cjk) return skip_run(second, end, skip_kind<Kind::cjk>, run);
  if (first.kind == Kind::word) return skip_word(second, end, run);
  if (first.kind == Kind::punctuation) {
    const bool is_before_letter = first.size == 1 && second < end && is_ascii_letter(*second);
    return is_before_letter ? skip_run(second, end, skip_ascii_letters, run)
                            : skip_punctuation(piece, end, run);
  }
  const Kind next = kind_at(second, end);
  if (next == Kind::word && first.kind != Kind::newline) return skip_word(second, end, run);
  if (next == Kind::punctuation && *piece == ' ') return skip_punctuation(second, end, run);
  return first.kind == Kind::other ? skip_unmatched(piece, end) : skip_spaces(piece, end, run);
}

}  // namespace

const char* end_of_deepseek_piece(const char* piece, const char* end) {
  NoRun none;
  return end_of_piece(piece, end, none);
}

const char* open_deepseek_piece(const char* piece, const char* end, OpenRun& run) {
  return end_of_piece(piece, end, run);
}

}  // namespace gramme::tokens
