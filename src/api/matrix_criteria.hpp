#pragma once

#include <string>

#include "data/fields.hpp"
#include "gramme/decision.hpp"

namespace gramme {

/// A short text that is shown to people: no control characters; empty when it is absent.
[[nodiscard]] std::string read_shown(Fields& fields, std::string_view key);

/// Reads `criteria_set` and `criteria` of a matrix whose method and currency are read already.
void read_criteria(Fields& fields, DecisionMatrix& out);

[[nodiscard]] AdviceThresholds read_thresholds(Fields& fields);

}  // namespace gramme
