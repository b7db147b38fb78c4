#pragma once

#include <string_view>

#include "gramme/result.hpp"

namespace gramme {

/// The longest sign of what a file is, besides the first line of a table.
inline constexpr std::size_t kLongestSign = 4;
/// UTF-8's mark of byte order.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// What is no text in UTF-8 at all says so in its first bytes.
/// Errors: invalid_type.
[[nodiscard]] Problem check_signs(std::string_view head);

/// Errors: invalid_type for what is no text.
[[nodiscard]] Problem check_text(std::string_view text);

}  // namespace gramme
