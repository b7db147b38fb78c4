#pragma once

#include <string>
#include <string_view>

#include "gramme/range.hpp"

namespace gramme {

/// Counts the texts of conversations with the encoding of their model.
class TextCounts {
 public:
  virtual ~TextCounts() = default;

  /// File name of the vocabulary that a model needs and that is not there yet; empty: none.
  [[nodiscard]] virtual std::string missing_vocabulary(std::string_view platform,
                                                       std::string_view model) = 0;
  /// Tokens of a text: exact, or a range. Precondition: the vocabulary is there.
  [[nodiscard]] virtual Range count(std::string_view platform, std::string_view model,
                                    std::string_view text) = 0;
};

}  // namespace gramme
