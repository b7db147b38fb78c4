// A file of budgets of services, as the requests of src/api/service_budget_call.cpp take them.
#include "api/call.hpp"
#include "api/envelope.hpp"
#include "api/service_document.hpp"
#include "yaml/yaml.hpp"

namespace gramme {

std::string service_budgets_call(std::string_view text) noexcept {
  return enveloped_writing([&](JsonWriter& answer) -> Problem {
    const Result<Value> document = parse_yaml(std::string(text));
    if (!document) return document.error();
    Reading reading{PathStyle::dotted, std::nullopt};
    Fields fields(*document, Path{}, reading, {"budgets"});
    const std::vector<ServiceBudget> budgets = read_service_budgets(fields, KeyStyle::snake_case);
    if (!reading.problem && budgets.empty()) {
      reading.report(ErrorCode::missing_key, fields.at("budgets"), "at least one budget");
    }
    if (reading.problem) return reading.problem;
    write_service_budgets(answer, budgets);
    return std::nullopt;
  });
}

}  // namespace gramme
