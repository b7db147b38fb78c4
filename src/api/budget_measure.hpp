#pragma once

#include "data/fields.hpp"
#include "gramme/budget.hpp"

namespace gramme {

/// "gramsCo2e", "wattHours" or "tokens".
[[nodiscard]] std::string_view name_of(BudgetMeasure measure);
[[nodiscard]] BudgetMeasure read_budget_measure(Fields& fields, std::string_view key);

/// What a budget may be.
inline constexpr Bounds kBudgetLimit{1e-9, 1e18};

}  // namespace gramme
