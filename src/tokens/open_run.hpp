#pragma once

#include <cstddef>
#include <cstdint>

#include "tokens/scan.hpp"

namespace gramme::tokens {

inline constexpr ClassSet kUncased = any_of(CharClass::letter, CharClass::mark);
inline constexpr ClassSet kUpperRun = kUncased | only(CharClass::upper);
inline constexpr ClassSet kLowerRun = kUncased | only(CharClass::lower);

/// A run of letters without lower case as far as the text goes, and where its last uncased
/// character ends.
struct UpperRun {
  const char* after_uncased = nullptr;
  const char* end = nullptr;
};

/// Goes on with such a run at `text`.
inline void extend(UpperRun& run, const char* text, const char* end) {
  while (text < end) {
    const Scanned next = scan(text);
    if (!next.is_in(kUpperRun)) break;
    text += next.size;
    if (next.is_in(kUncased)) run.after_uncased = text;
  }
  run.end = text;
}

/// The run of a piece that goes on to the end of the text, if it does: so that when the text grows,
/// only what is new need be read to know where the piece ends.
class OpenRun {
 public:
  OpenRun() = default;

  void members(ClassSet classes) { *this = OpenRun(Kind::members, classes, '\0', nullptr); }
  void symbol_tail(char tail) { *this = OpenRun(Kind::symbol_tail, 0, tail, nullptr); }
  void white_space(const char* mark) { *this = OpenRun(Kind::white_space, 0, '\0', mark); }
  /// A run that only its own function knows.
  void run_of(SkipRun skip) {
    *this = OpenRun(Kind::run_of, 0, '\0', nullptr);
    skip_ = skip;
  }
  void upper_word(const char* mark) { *this = OpenRun(Kind::upper_word, 0, '\0', mark); }

  /// Where the piece ends now that the text, which ended at `from`, goes on to `end`; null when
  /// this takes a look at the whole piece.
  [[nodiscard]] const char* extend_to(const char* from, const char* end);

  /// Whether the piece was read up to the end of the text.
  [[nodiscard]] bool is_open() const { return kind_ != Kind::none; }

  /// The text lies elsewhere now.
  void move(std::ptrdiff_t by) {
    if (mark_ != nullptr) mark_ += by;
  }

 private:
  enum class Kind : std::uint8_t { none, members, symbol_tail, white_space, upper_word, run_of };

  OpenRun(Kind kind, ClassSet classes, char tail, const char* mark)
      : kind_(kind), classes_(classes), tail_(tail), mark_(mark) {}

  Kind kind_ = Kind::none;
  ClassSet classes_ = 0;
  char tail_ = '\0';
  SkipRun skip_ = nullptr;
  /// Where the piece would end if the text ended here, when that is before its end.
  const char* mark_ = nullptr;
};

}  // namespace gramme::tokens
