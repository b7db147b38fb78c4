#pragma once

#include <string>

#include "data/value.hpp"
#include "gramme/result.hpp"

namespace gramme {

inline constexpr std::size_t kLargestYamlBytes = 1U << 20U;

/// Reads one YAML document of plain lists, records and scalars; aliases are refused, so a small
/// file cannot grow into a large one.
/// Errors: invalid_yaml, too_large (over kLargestYamlBytes or kMostMembers), too_deep (over
/// kDeepestDocument).
[[nodiscard]] Result<Value> parse_yaml(const std::string& text);

}  // namespace gramme
