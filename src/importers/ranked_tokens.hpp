#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gramme/tokens.hpp"
#include "tokens/splitter.hpp"

namespace gramme::importers {

/// A byte-pair vocabulary as a file of another program tells it.
struct RankedTokens {
  const tokens::Splitter* splitter = nullptr;
  /// Texts are composed (NFC) before they are cut.
  bool is_composed = false;
  /// The id of the token of rank 0.
  std::uint32_t first_id = 0;
  /// The bytes of each token by rank, merged first to last; empty where no token has the rank.
  std::vector<std::string> tokens;
  /// How long the first part of each token is, where the file says it; empty when it does not.
  std::vector<std::uint8_t> left_sizes;
  /// Whether a token that no merge makes is still found when it is a whole piece.
  bool finds_whole_pieces = true;
  std::vector<SpecialToken> specials;
};

}  // namespace gramme::importers
