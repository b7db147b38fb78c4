#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support.hpp"
#include "tokens/splitter.hpp"

namespace gramme::test {

using Pieces = std::vector<std::string>;

/// The pieces of a text under the split pattern of this name.
inline Pieces pieces_of(std::string_view pattern, const std::string& text) {
  const tokens::Splitter* const splitter = tokens::find_splitter(pattern);
  Pieces pieces;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const char* const next = splitter->end_of_piece(at, end);
    pieces.emplace_back(at, next);
    at = next;
  }
  return pieces;
}

}  // namespace gramme::test
