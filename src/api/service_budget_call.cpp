// Budgets of services: a use is added, a request is judged, all is reported.
#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/service_document.hpp"
#include "gramme/service_csv.hpp"

namespace gramme {

namespace {

constexpr MostItems kMostUses{10000, "at most 10000 uses at once"};
constexpr MostItems kMostInFlight{4096, "at most 4096 names in flight"};

std::vector<InFlight> read_in_flight(Fields& request) {
  std::vector<InFlight> out;
  request.each_item("inFlight", kMostInFlight, [&](const Value& value, const Path& path) {
    Fields fields(value, path, request.reading(), {"service", "language", "requests"});
    out.push_back({read_service_name(fields, "service"), read_service_name(fields, "language"),
                   fields.number("requests", kCount)});
  });
  return out;
}

/// Where no budget is meant, a request is let in.
void write_decision(JsonWriter& out, const std::vector<ServiceBudget>& budgets,
                    const ServiceBudgetVerdict* deciding) {
  out.key("verdict").text(deciding == nullptr ? "allow" : name_of(deciding->admission));
  out.key("deciding");
  if (deciding == nullptr) {
    out.null();
    return;
  }
  out.open_record();
  write_service_verdict(out, budgets[deciding->budget], *deciding);
  out.close_record();
}

bool read_is_csv(Fields& fields) {
  const std::string format = fields.optional_text("format").value_or("json");
  if (format != "json" && format != "csv") {
    fields.reading().report(ErrorCode::out_of_range, fields.at("format"), "json or csv");
  }
  return format == "csv";
}

}  // namespace

Problem add_service_use_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"budgets", "state", "uses"});
  const std::vector<ServiceBudget> budgets = read_service_budgets(fields, KeyStyle::camel_case);
  ServiceState state = read_service_state(fields);
  fields.each_item("uses", kMostUses, [&](const Value& value, const Path& path) {
    Fields use(value, path, reading, {"date", "row"});
    const std::string day = read_day(use, "date");
    const ServiceRow row = read_service_row(use.find_or_empty("row"), use.at("row"), reading);
    if (!reading.problem) add_use(state, budgets, day, row);
  });
  if (reading.problem) return reading.problem;
  write_service_state(answer, state);
  return std::nullopt;
}

Problem judge_service_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading,
                {"budgets", "state", "date", "service", "language", "inFlight"});
  const std::vector<ServiceBudget> budgets = read_service_budgets(fields, KeyStyle::camel_case);
  const ServiceState state = read_service_state(fields);
  const std::string day = read_day(fields, "date");
  const std::string service = read_service_name(fields, "service");
  const std::string language = read_service_name(fields, "language");
  const std::vector<InFlight> in_flight = read_in_flight(fields);
  if (reading.problem) return reading.problem;
  const auto verdicts = judge_services(budgets, state, day, in_flight);
  answer.open_record();
  write_decision(answer, budgets, deciding_verdict(budgets, verdicts, service, language));
  answer.close_record();
  return std::nullopt;
}

Problem report_services_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"budgets", "state", "date", "format"});
  const std::vector<ServiceBudget> budgets = read_service_budgets(fields, KeyStyle::camel_case);
  const ServiceState state = read_service_state(fields);
  const std::string day = read_day(fields, "date");
  const bool is_csv = read_is_csv(fields);
  if (reading.problem) return reading.problem;
  const ServiceSums of_day = sums_of(state.days, day);
  const ServiceSums of_month = sums_of(state.months, date_of(PeriodKind::month, day));
  if (is_csv) {
    answer.text(service_csv(of_day, of_month));
    return std::nullopt;
  }
  answer.open_record();
  answer.key("methodology").text(kMethodologyVersion);
  answer.key("date").text(day);
  answer.key("day");
  write_service_sums(answer, of_day);
  answer.key("month");
  write_service_sums(answer, of_month);
  answer.key("budgets").open_list();
  for (const ServiceBudgetVerdict& verdict : judge_services(budgets, state, day, {})) {
    answer.open_record();
    write_service_verdict(answer, budgets[verdict.budget], verdict);
    answer.close_record();
  }
  answer.close_list();
  answer.close_record();
  return std::nullopt;
}

}  // namespace gramme
