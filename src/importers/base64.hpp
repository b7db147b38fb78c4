#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gramme::importers {

/// The bytes of a base64 text with its padding; nothing when it is none.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace gramme::importers
