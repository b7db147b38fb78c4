#pragma once

#include <string>
#include <vector>

#include "gramme/usage.hpp"

namespace gramme {

/// A table with a line for each day, platform, profile and model (RFC 4180), with the names of its
/// columns. Days that are not known are empty.
[[nodiscard]] std::string usage_csv(const std::vector<UsageRow>& rows);

}  // namespace gramme
