#pragma once

#include <optional>
#include <string_view>

#include "tokens/compose.hpp"
#include "tokens/utf8.hpp"
#include "tokens/vocabulary.hpp"

namespace gramme::tokens {

/// A text as a vocabulary is to see it: well-formed, and composed where its encoding asks for it.
class PreparedText {
 public:
  PreparedText(const Vocabulary& vocabulary, std::string_view utf8)
      : PreparedText(vocabulary.is_composed(), utf8) {}

  PreparedText(bool is_composed, std::string_view utf8) : well_formed_(utf8) {
    if (is_composed) composed_.emplace(well_formed_.view());
  }

  [[nodiscard]] std::string_view view() const {
    return composed_ ? composed_->view() : well_formed_.view();
  }

 private:
  WellFormedText well_formed_;
  std::optional<ComposedText> composed_;
};

}  // namespace gramme::tokens
