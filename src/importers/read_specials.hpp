#pragma once

#include "data/fields.hpp"
#include "importers/ranked_tokens.hpp"
#include "tokens/id_limits.hpp"

namespace gramme::importers {

inline constexpr Bounds kIdBounds{0.0, static_cast<double>(tokens::kMaxTokens)};

/// How a file names its special tokens: the list, and in each entry the id and the text.
struct SpecialNames {
  const char* list;
  const char* id;
  const char* text;
};

/// Reads the special tokens that a file names, if it does.
void read_specials(const List* entries, const SpecialNames& names, Reading& reading,
                   RankedTokens& out);

}  // namespace gramme::importers
