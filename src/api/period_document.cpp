#include "api/documents.hpp"

namespace gramme {

namespace {

constexpr double kPeriodSchema = 1.0;
constexpr Bounds kAmount{0.0, 1e18};
constexpr Bounds kSchema{kPeriodSchema, kPeriodSchema};

LedgerRow read_row(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"site", "modelId", "region", "methodology", "requests", "prompts",
                 "estimatedRequests", "promptTokens", "cachedInputTokens", "outputTokens",
                 "contextTokens", "reasoningTokens", "attachmentTokens", "energyWattHours",
                 "gramsCo2e", "waterLitres", "waterUnknownRequests", "warnings"});
  LedgerRow row;
  row.site = fields.text("site");
  row.model_id = fields.text("modelId");
  row.region = fields.text("region");
  row.methodology = fields.text("methodology");
  row.requests = fields.number("requests", kAmount);
  row.prompts = fields.number("prompts", kAmount);
  row.estimated_requests = fields.number("estimatedRequests", kAmount);
  row.prompt_tokens = fields.range("promptTokens", kAmount);
  row.cached_input_tokens = fields.range("cachedInputTokens", kAmount);
  row.output_tokens = fields.range("outputTokens", kAmount);
  // Rows of earlier versions have none of these.
  row.context_tokens = fields.optional_range("contextTokens", kAmount).value_or(Range{});
  row.reasoning_tokens = fields.optional_range("reasoningTokens", kAmount).value_or(Range{});
  row.attachment_tokens = fields.optional_range("attachmentTokens", kAmount).value_or(Range{});
  row.energy_watt_hours = fields.range("energyWattHours", kAmount);
  row.grams_co2e = fields.range("gramsCo2e", kAmount);
  row.water_litres = fields.range("waterLitres", kAmount);
  row.water_unknown_requests = fields.number("waterUnknownRequests", kAmount);
  const Value* warnings = fields.find("warnings");
  if (warnings == nullptr) return row;
  const Path warnings_path = fields.at("warnings");
  Fields counts(*warnings, warnings_path, reading);
  if (reading.problem) return row;
  for (const Member& member : *warnings->record()) {
    row.warnings.emplace_back(member.key, counts.number(member.key, kAmount));
  }
  return row;
}

void write_figures(JsonWriter& out, const LedgerRow& row) {
  out.key("requests").number(row.requests);
  out.key("prompts").number(row.prompts);
  out.key("estimatedRequests").number(row.estimated_requests);
  out.key("promptTokens").range(row.prompt_tokens);
  out.key("cachedInputTokens").range(row.cached_input_tokens);
  out.key("outputTokens").range(row.output_tokens);
  out.key("contextTokens").range(row.context_tokens);
  out.key("reasoningTokens").range(row.reasoning_tokens);
  out.key("attachmentTokens").range(row.attachment_tokens);
  out.key("energyWattHours").range(row.energy_watt_hours);
  out.key("gramsCo2e").range(row.grams_co2e);
  out.key("waterLitres").range(row.water_litres);
  out.key("waterUnknownRequests").number(row.water_unknown_requests);
}

}  // namespace

void write_warning_counts(JsonWriter& out, const LedgerRow& sum) {
  out.key("warnings").open_record();
  for (const auto& [code, count] : sum.warnings) out.key(code).number(count);
  out.close_record();
}

namespace {

void write_row(JsonWriter& out, const LedgerRow& row) {
  out.open_record();
  out.key("site").text(row.site);
  out.key("modelId").text(row.model_id);
  out.key("region").text(row.region);
  out.key("methodology").text(row.methodology);
  write_figures(out, row);
  write_warning_counts(out, row);
  out.close_record();
}

}  // namespace

/// `tokens` and `co2Grams` are the plain central figures of the original statistics.
void write_sums(JsonWriter& out, const LedgerRow& sum) {
  out.key("tokens").number(sum.prompt_tokens.central + sum.output_tokens.central);
  out.key("co2Grams").number(sum.grams_co2e.central);
  write_figures(out, sum);
}

namespace {

void write_groups(JsonWriter& out, const std::vector<LedgerRow>& rows,
                  std::string LedgerRow::*key) {
  out.open_record();
  for (const LedgerRow& sum : totals_by(rows, key)) {
    out.key(sum.*key).open_record();
    write_sums(out, sum);
    out.close_record();
  }
  out.close_record();
}

}  // namespace

std::string_view name_of(PeriodKind kind) {
  if (kind == PeriodKind::year) return "year";
  return kind == PeriodKind::month ? "month" : "day";
}

PeriodKind read_period_kind(Fields& fields, std::string_view key) {
  const std::string name = fields.text(key);
  for (const PeriodKind kind : {PeriodKind::day, PeriodKind::month, PeriodKind::year}) {
    if (name == name_of(kind)) return kind;
  }
  fields.reading().report(ErrorCode::out_of_range, fields.at(key), "day, month or year");
  return PeriodKind::day;
}

std::string read_day(Fields& fields, std::string_view key) {
  std::string date = fields.text(key);
  if (!fields.reading().problem && !is_date(PeriodKind::day, date)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at(key),
                            "a local date such as 2026-01-15");
  }
  return date;
}

Period read_period(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"schema", "range", "date", "rows", "stats"});
  (void)fields.number("schema", kSchema);
  Period period;
  period.kind = read_period_kind(fields, "range");
  period.date = fields.text("date");
  if (!reading.problem && !is_date(period.kind, period.date)) {
    reading.report(ErrorCode::out_of_range, fields.at("date"), "not a date of that period");
  }
  constexpr MostItems kMost{kMostRows, "a period has at most 4096 rows"};
  fields.each_item("rows", kMost, [&](const Value& row, const Path& row_path) {
    add_row(period, read_row(row, row_path, reading));
  });
  return period;
}

void write_period(JsonWriter& out, const Period& period) {
  out.open_record();
  out.key("schema").number(kPeriodSchema);
  out.key("range").text(name_of(period.kind));
  out.key("date").text(period.date);
  out.key("stats").open_record();
  write_sums(out, total_of(period.rows));
  out.key("byModel");
  write_groups(out, period.rows, &LedgerRow::model_id);
  out.key("byPlatform");
  write_groups(out, period.rows, &LedgerRow::site);
  out.close_record();
  out.key("rows").open_list();
  for (const LedgerRow& row : period.rows) write_row(out, row);
  out.close_list();
  out.close_record();
}

}  // namespace gramme
