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

Record write_figures(const LedgerRow& row) {
  return {{"requests", row.requests},
          {"prompts", row.prompts},
          {"estimatedRequests", row.estimated_requests},
          {"promptTokens", row.prompt_tokens},
          {"cachedInputTokens", row.cached_input_tokens},
          {"outputTokens", row.output_tokens},
          {"contextTokens", row.context_tokens},
          {"reasoningTokens", row.reasoning_tokens},
          {"attachmentTokens", row.attachment_tokens},
          {"energyWattHours", row.energy_watt_hours},
          {"gramsCo2e", row.grams_co2e},
          {"waterLitres", row.water_litres},
          {"waterUnknownRequests", row.water_unknown_requests}};
}

Value write_row(const LedgerRow& row) {
  Record out{{"site", row.site},
             {"modelId", row.model_id},
             {"region", row.region},
             {"methodology", row.methodology}};
  for (Member& member : write_figures(row)) out.push_back(std::move(member));
  Record warnings;
  for (const auto& [code, count] : row.warnings) warnings.push_back({code, count});
  out.push_back({"warnings", std::move(warnings)});
  return out;
}

/// `tokens` and `co2Grams` are the plain central figures of the original statistics.
Record write_sums(const LedgerRow& sum) {
  Record out{{"tokens", sum.prompt_tokens.central + sum.output_tokens.central},
             {"co2Grams", sum.grams_co2e.central}};
  for (Member& member : write_figures(sum)) out.push_back(std::move(member));
  return out;
}

Value write_groups(const std::vector<LedgerRow>& rows, std::string LedgerRow::*key) {
  Record out;
  for (const LedgerRow& sum : totals_by(rows, key)) out.push_back({sum.*key, write_sums(sum)});
  return out;
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

Period read_period(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"schema", "range", "date", "rows", "stats"});
  (void)fields.number("schema", kSchema);
  Period period;
  period.kind = read_period_kind(fields, "range");
  period.date = fields.text("date");
  if (!reading.problem && !is_date(period.kind, period.date)) {
    reading.report(ErrorCode::out_of_range, fields.at("date"), "not a date of that period");
  }
  const List* rows = fields.list("rows");
  const Path rows_path = fields.at("rows");
  if (rows != nullptr && rows->size() > kMostRows) {
    reading.report(ErrorCode::too_large, rows_path, "a period has at most 4096 rows");
  }
  for (std::size_t i = 0; rows != nullptr && i < rows->size() && !reading.problem; ++i) {
    add_row(period, read_row((*rows)[i], Path{&rows_path, {}, static_cast<int>(i)}, reading));
  }
  return period;
}

Value write_period(const Period& period) {
  List rows;
  for (const LedgerRow& row : period.rows) rows.push_back(write_row(row));
  Record stats = write_sums(total_of(period.rows));
  stats.push_back({"byModel", write_groups(period.rows, &LedgerRow::model_id)});
  stats.push_back({"byPlatform", write_groups(period.rows, &LedgerRow::site)});
  return Record{{"schema", kPeriodSchema},
                {"range", name_of(period.kind)},
                {"date", period.date},
                {"stats", std::move(stats)},
                {"rows", std::move(rows)}};
}

}  // namespace gramme
