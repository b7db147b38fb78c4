#pragma once

#include <string>

#include "data/fields.hpp"
#include "gramme/catalog.hpp"

namespace gramme {

// What the calculator of the project's origin knew of a region or of a kind of use, as constants of
// a profile: "france_pue", "chatbot_input_tokens".
inline constexpr std::string_view kPueSuffix = "_pue";
inline constexpr std::string_view kIntensitySuffix = "_grams_co2e_per_kilowatt_hour";
inline constexpr std::string_view kInputSuffix = "_input_tokens";
inline constexpr std::string_view kOutputSuffix = "_output_tokens";

/// The constant of a name and a suffix; null: there is none.
[[nodiscard]] const Range* find_constant(const MethodProfile& profile, const std::string& name);

/// The names that constants with that suffix begin with: "france, germany, iceland, usa".
[[nodiscard]] std::string names_with(const MethodProfile& profile, std::string_view suffix);

/// Puts a configuration of that calculator over the profile (docs/data.md#calculate): its regions,
/// hardware and profiles. Its sizes are in characters, which it took for tokens.
void put_calculator_config(const Value& document, Reading& reading, MethodProfile& profile);

}  // namespace gramme
