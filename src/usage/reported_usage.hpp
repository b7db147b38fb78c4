#pragma once

#include "usage/json_skim.hpp"
#include "usage/reported_tokens.hpp"

namespace gramme {

/// Reads the record that comes next.
[[nodiscard]] ReportedUsage read_reported_usage(JsonSkimmer& json);

}  // namespace gramme
