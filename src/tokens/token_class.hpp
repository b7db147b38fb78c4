#pragma once

#include <string_view>

#include "gramme/tokens.hpp"

namespace gramme::tokens {

/// The kind of a token by its bytes; a leading blank does not count. A part of a character is a
/// symbol.
[[nodiscard]] TokenClass classify_token(std::string_view bytes);

}  // namespace gramme::tokens
