#include "usage/json_skim.hpp"

#include <cstdint>
#include <cstring>

namespace gramme {

namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
constexpr std::uint64_t kHighs = 0x8080808080808080ULL;

/// Whether any of eight bytes is the letter (Hacker's Delight, "find first 0-byte").
bool has_byte(std::uint64_t word, char letter) {
  const std::uint64_t differing = word ^ (kOnes * static_cast<unsigned char>(letter));
  return ((differing - kOnes) & ~differing & kHighs) != 0;
}

std::size_t find_quote_or_escape(std::string_view text, std::size_t at) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  while (at + kWord <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, kWord);
    if (has_byte(word, '"') || has_byte(word, '\\')) break;
    at += kWord;
  }
  while (at < text.size() && text[at] != '"' && text[at] != '\\') ++at;
  return at;
}

}  // namespace

std::size_t find_quote(std::string_view text, std::size_t from) {
  std::size_t at = find_quote_or_escape(text, from);
  while (at < text.size() && text[at] == '\\') {
    at = at + 2 <= text.size() ? find_quote_or_escape(text, at + 2) : text.size();
  }
  return at < text.size() ? at : std::string_view::npos;
}

std::string_view JsonSkimmer::take_string() {
  if (!take('"')) {
    fail();
    return {};
  }
  const std::size_t end = find_quote(text_, at_);
  if (end == std::string_view::npos) {
    at_ = text_.size();
    fail();
    return {};
  }
  const std::string_view found = text_.substr(at_, end - at_);
  at_ = end + 1;
  return found;
}

std::string_view JsonSkimmer::take_plain() {
  const char first = peek();
  const std::size_t begin = at_;
  const auto is_end = [](char letter) {
    return letter == ',' || letter == '}' || letter == ']' || is_blank(letter);
  };
  while (at_ < text_.size() && !is_end(text_[at_])) ++at_;
  const std::string_view found = text_.substr(begin, at_ - begin);
  const bool is_number = (first >= '0' && first <= '9') || first == '-';
  const bool is_value = is_number
                            ? found.find_first_not_of("0123456789+-.eE") == std::string_view::npos
                            : found == "null" || found == "true" || found == "false";
  if (!is_value) fail();
  return found;
}

void JsonSkimmer::skip() {
  const char first = peek();
  if (first == '"') {
    (void)take_string();
  } else if (first == '{' || first == '[') {
    skip_nested();
  } else {
    (void)take_plain();
  }
}

void JsonSkimmer::skip_nested() {
  std::array<char, kDeepest> closers{};
  std::size_t depth = 0;
  do {
    const char letter = at_ < text_.size() ? text_[at_] : '\0';
    if (letter == '"') {
      (void)take_string();
      if (has_failed_) return;
      continue;
    }
    ++at_;
    if (letter == '{' || letter == '[') {
      if (depth == kDeepest) return fail();
      closers.at(depth++) = letter == '{' ? '}' : ']';
    } else if (letter == '}' || letter == ']') {
      if (closers.at(--depth) != letter) return fail();
    } else if (letter == '\0') {
      return fail();
    }
  } while (depth > 0);
}

}  // namespace gramme
