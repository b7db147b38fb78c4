#pragma once

#include <string>
#include <string_view>

#include "data/value.hpp"

namespace gramme {

/// A document as bytes that are read without a lexer: the form in which the catalog is compiled in,
/// so that a start costs little (docs/data.md#packed-documents). Precondition: depth as in JSON.
[[nodiscard]] std::string pack(const Value& value);

/// Reads what `pack` wrote in the same build. Bytes that end early give null for what is missing.
[[nodiscard]] Value unpack(std::string_view bytes);

}  // namespace gramme
