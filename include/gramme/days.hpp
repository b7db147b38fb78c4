#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gramme {

/// Days since 1970-01-01, as a calendar at the place counts them.
using DayNumber = std::int32_t;
inline constexpr DayNumber kUnknownDay = INT32_MIN;

/// "2026-01-15".
[[nodiscard]] std::string date_text(DayNumber day);

/// The day of a date such as "2026-01-15"; absent when it is none.
[[nodiscard]] std::optional<DayNumber> day_of_date(std::string_view date);

}  // namespace gramme
