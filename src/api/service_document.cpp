// Budgets of services, and what services used as it is kept.
#include "api/service_document.hpp"

#include <algorithm>

#include "api/budget_measure.hpp"
#include "api/documents.hpp"
#include "api/stored_document.hpp"
#include "catalog/entry_reader.hpp"

namespace gramme {

namespace {

constexpr double kStateSchema = 1.0;
constexpr Bounds kSchema{kStateSchema, kStateSchema};
constexpr Bounds kWarnShare{0.01, 10.0};
constexpr MostItems kMostRowsOfPeriod{kMostRows, "a period has at most 4096 rows"};

struct ShareKeys {
  std::string_view warn;
  std::string_view throttle;
};

ServiceBudget read_budget(const Value& value, const Path& path, Reading& reading,
                          const ShareKeys& keys) {
  Fields fields(
      value, path, reading,
      {"id", "service", "language", "range", "measure", "limit", keys.warn, keys.throttle});
  ServiceBudget budget;
  budget.id = read_id(fields);
  budget.service = read_service_name(fields, "service");
  if (fields.find("language") != nullptr) budget.language = read_service_name(fields, "language");
  budget.kind = read_period_kind(fields, "range");
  if (budget.kind == PeriodKind::year) {
    reading.report(ErrorCode::out_of_range, fields.at("range"), "day or month");
  }
  budget.measure = read_budget_measure(fields, "measure");
  budget.limit = fields.number("limit", kBudgetLimit);
  budget.throttle_share = fields.optional_number(keys.throttle, kWarnShare).value_or(1.0);
  budget.warn_share = fields.optional_number(keys.warn, kWarnShare)
                          .value_or(std::min(kNearlyUsed, budget.throttle_share));
  if (budget.warn_share > budget.throttle_share) {
    reading.report(ErrorCode::out_of_range, fields.at(keys.warn),
                   "it is warned before it is throttled");
  }
  return budget;
}

bool has_id(const std::vector<ServiceBudget>& budgets, const std::string& id) {
  return std::any_of(budgets.begin(), budgets.end(),
                     [&](const ServiceBudget& budget) { return budget.id == id; });
}

std::vector<ServicePeriod> read_periods(Fields& state, std::string_view key, PeriodKind kind,
                                        const MostItems& most) {
  std::vector<ServicePeriod> out;
  state.each_item(key, most, [&](const Value& value, const Path& path) {
    Fields fields(value, path, state.reading(), {"date", "rows"});
    ServicePeriod period;
    period.date = fields.text("date");
    const bool ascends = out.empty() || out.back().date < period.date;
    if (!state.reading().problem && (!is_date(kind, period.date) || !ascends)) {
      state.reading().report(ErrorCode::out_of_range, fields.at("date"),
                             "dates of the calendar, ascending");
    }
    fields.each_item("rows", kMostRowsOfPeriod, [&](const Value& row, const Path& row_path) {
      period.rows.push_back(read_service_row(row, row_path, state.reading()));
    });
    out.push_back(std::move(period));
  });
  return out;
}

void write_periods(JsonWriter& out, const std::vector<ServicePeriod>& periods) {
  out.open_list();
  for (const ServicePeriod& period : periods) {
    out.open_record();
    out.key("date").text(period.date);
    out.key("rows").open_list();
    for (const ServiceRow& row : period.rows) write_service_row(out, row);
    out.close_list();
    out.close_record();
  }
  out.close_list();
}

std::string name_at(const List& items, std::size_t index, const Path& path, Reading& reading) {
  const std::string* name = items[index].text();
  if (name != nullptr && is_service_name(*name)) return *name;
  reading.report(ErrorCode::out_of_range, Path{&path, {}, static_cast<int>(index)},
                 "1-64 letters, digits, dots, dashes and underscores");
  return {};
}

}  // namespace

std::string read_service_name(Fields& fields, std::string_view key) {
  std::string name = fields.text(key);
  if (!fields.reading().problem && !is_service_name(name)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at(key),
                            "1-64 letters, digits, dots, dashes and underscores");
  }
  return name;
}

std::vector<ServiceBudget> read_service_budgets(Fields& document, KeyStyle style) {
  const ShareKeys keys = style == KeyStyle::snake_case ? ShareKeys{"warn_share", "throttle_share"}
                                                       : ShareKeys{"warnShare", "throttleShare"};
  constexpr MostItems kMost{kMostServiceBudgets, "at most 256 budgets"};
  std::vector<ServiceBudget> budgets;
  Reading& reading = document.reading();
  document.each_item("budgets", kMost, [&](const Value& value, const Path& path) {
    ServiceBudget budget = read_budget(value, path, reading, keys);
    if (!reading.problem && has_id(budgets, budget.id)) {
      reading.report(ErrorCode::duplicate_id, path, "the id " + budget.id + " is taken");
    }
    budgets.push_back(std::move(budget));
  });
  return budgets;
}

void write_service_budgets(JsonWriter& out, const std::vector<ServiceBudget>& budgets) {
  out.open_list();
  for (const ServiceBudget& budget : budgets) {
    out.open_record();
    out.key("id").text(budget.id);
    out.key("service").text(budget.service);
    out.key("language").text_or_null(budget.language);
    out.key("range").text(name_of(budget.kind));
    out.key("measure").text(name_of(budget.measure));
    out.key("limit").number(budget.limit);
    out.key("warnShare").number(budget.warn_share);
    out.key("throttleShare").number(budget.throttle_share);
    out.close_record();
  }
  out.close_list();
}

ServiceRow read_service_row(const Value& value, const Path& path, Reading& reading) {
  ServiceRow row;
  const List* items = value.list();
  constexpr std::size_t kRowMembers = 3;
  if (items == nullptr || items->size() != kRowMembers) {
    reading.report(ErrorCode::invalid_type, path, "a row is [service, language, use]");
    return row;
  }
  row.service = name_at(*items, 0, path, reading);
  row.language = name_at(*items, 1, path, reading);
  row.use = read_stored_row((*items)[2], Path{&path, {}, 2}, reading);
  return row;
}

void write_service_row(JsonWriter& out, const ServiceRow& row) {
  out.open_list();
  out.text(row.service);
  out.text(row.language);
  write_stored_row(out, row.use);
  out.close_list();
}

ServiceState read_service_state(Fields& request) {
  ServiceState state;
  const Value* stored = request.find("state");
  if (stored == nullptr) return state;
  Fields fields(*stored, request.at("state"), request.reading(), {"schema", "days", "months"});
  (void)fields.number("schema", kSchema);
  state.days = read_periods(fields, "days", PeriodKind::day, {kMostServiceDays, "at most 62 days"});
  state.months =
      read_periods(fields, "months", PeriodKind::month, {kMostServiceMonths, "at most 24 months"});
  return state;
}

void write_service_state(JsonWriter& out, const ServiceState& state) {
  out.open_record();
  out.key("schema").number(kStateSchema);
  out.key("days");
  write_periods(out, state.days);
  out.key("months");
  write_periods(out, state.months);
  out.close_record();
}

}  // namespace gramme
