#pragma once

#include <optional>
#include <string_view>

namespace gramme {

/// The number that a field holds: digits, sign, point and exponent. Nothing for any other text,
/// such as "nan", "1,5" or "".
[[nodiscard]] std::optional<double> number_in(std::string_view text);

}  // namespace gramme
