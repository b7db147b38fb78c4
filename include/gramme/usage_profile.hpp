#pragma once

#include <string>

#include "gramme/range.hpp"
#include "gramme/source.hpp"

namespace gramme {

/// A typical request of a service whose records tell how often it was used, but no tokens.
struct UsageProfile {
  std::string id;
  std::string name;
  /// How records of many requests call it, such as "chatbots".
  std::string plural;
  Range input_characters;
  Range output_characters;
  Range characters_per_token;
  Source source;

  /// What the model reads and writes at each request. Fewest characters over most per token, and
  /// the other way about.
  [[nodiscard]] Range input_tokens() const { return tokens_of(input_characters); }
  [[nodiscard]] Range output_tokens() const { return tokens_of(output_characters); }

 private:
  [[nodiscard]] Range tokens_of(const Range& characters) const {
    return {characters.low / characters_per_token.high,
            characters.central / characters_per_token.central,
            characters.high / characters_per_token.low};
  }
};

}  // namespace gramme
