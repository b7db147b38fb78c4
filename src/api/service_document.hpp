#pragma once

#include "data/fields.hpp"
#include "gramme/service_budget.hpp"
#include "json/json_writer.hpp"

namespace gramme {

/// How the keys of budgets are written: in files of people, or in requests.
enum class KeyStyle { snake_case, camel_case };

/// The list `budgets` of a document (docs/data.md#service-budgets).
[[nodiscard]] std::vector<ServiceBudget> read_service_budgets(Fields& document, KeyStyle style);
void write_service_budgets(JsonWriter& out, const std::vector<ServiceBudget>& budgets);

/// A name of 1 to 64 letters, digits, dots, dashes and underscores.
[[nodiscard]] std::string read_service_name(Fields& fields, std::string_view key);

/// The member `state`; null or absent: nothing was used.
[[nodiscard]] ServiceState read_service_state(Fields& request);
void write_service_state(JsonWriter& out, const ServiceState& state);

/// A row as the state keeps it.
[[nodiscard]] ServiceRow read_service_row(const Value& value, const Path& path, Reading& reading);
void write_service_row(JsonWriter& out, const ServiceRow& row);

void write_service_verdict(JsonWriter& out, const ServiceBudget& budget,
                           const ServiceBudgetVerdict& verdict);
void write_service_sums(JsonWriter& out, const ServiceSums& sums);

}  // namespace gramme
