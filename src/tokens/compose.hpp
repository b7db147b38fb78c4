#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tokens/utf8.hpp"

namespace gramme::tokens {

/// Canonical composition (NFC) of well-formed text: for the encodings that ask for it.
[[nodiscard]] std::string compose(std::string_view text);

/// Length of the start of the text that is composed already.
[[nodiscard]] std::size_t composed_prefix(std::string_view text);

/// Length of the start of the text whose composed form no appended text can change.
[[nodiscard]] std::size_t settled_prefix(std::string_view text);

/// A composed view of a well-formed text: the text itself, or a composed copy.
class ComposedText {
 public:
  explicit ComposedText(std::string_view text);
  ComposedText(const ComposedText&) = delete;
  ComposedText& operator=(const ComposedText&) = delete;

  [[nodiscard]] std::string_view view() const { return view_; }

 private:
  std::string composed_;
  std::string_view view_;
};

}  // namespace gramme::tokens
