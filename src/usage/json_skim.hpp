#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace gramme {

/// Walks over JSON text without building anything: for records of which little is wanted. What is
/// passed over is checked for its brackets and strings only.
class JsonSkimmer {
 public:
  static constexpr std::size_t kDeepest = 512;

  explicit JsonSkimmer(std::string_view text) : text_(text) {}

  [[nodiscard]] bool has_failed() const { return has_failed_; }
  [[nodiscard]] std::size_t position() const { return at_; }

  /// The next character that is no blank; 0 at the end.
  [[nodiscard]] char peek() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  /// Passes the character over if it comes next.
  bool take(char expected) {
    if (peek() != expected) return false;
    ++at_;
    return true;
  }

  void fail() { has_failed_ = true; }

  /// A string as it stands between its quotes, escapes and all.
  [[nodiscard]] std::string_view take_string();

  /// Digits, sign, point, exponent and words such as null: up to the next sign of JSON.
  [[nodiscard]] std::string_view take_plain();

  /// Passes over any value.
  void skip();

  /// Walks through the members of a record, whose opening bracket comes next: `visit(key)` must
  /// take or skip the member's value.
  template <typename Visit>
  void each_member(Visit visit) {
    if (!take('{')) return fail();
    if (take('}')) return;
    while (!has_failed_) {
      if (peek() != '"') return fail();
      const std::string_view key = take_string();
      if (!take(':')) return fail();
      visit(key);
      if (take('}')) return;
      if (!take(',')) return fail();
    }
  }

 private:
  [[nodiscard]] static bool is_blank(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
  }
  void skip_nested();

  std::string_view text_;
  std::size_t at_ = 0;
  bool has_failed_ = false;
};

/// Where a string that has begun ends: the place of its quote, or npos. Eight bytes at a time.
[[nodiscard]] std::size_t find_quote(std::string_view text, std::size_t from);

}  // namespace gramme
