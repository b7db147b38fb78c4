// Adds one counted exchange to its day, month and year: one crossing of the door per answer.
#include "api/call.hpp"
#include "api/documents.hpp"

namespace gramme {

namespace {

/// What the page showed but could not give numbers for: codes from the caller.
std::vector<std::string> read_page_warnings(Fields& fields) {
  constexpr std::size_t kMostWarnings = 16;
  std::vector<std::string> codes = fields.texts("pageWarnings");
  if (codes.size() > kMostWarnings) {
    fields.reading().report(ErrorCode::too_large, fields.at("pageWarnings"), "at most 16 codes");
  }
  return codes;
}

struct Recording {
  Exchange exchange;
  std::string date;
  bool is_prompt_new = true;
  bool is_estimated = false;
  std::vector<std::string> page_warnings;
};

Recording read_recording(Fields& fields) {
  const Value nothing{Record{}};
  const Value* exchange = fields.find("exchange");
  const Path path = fields.at("exchange");
  Fields exchange_fields(exchange == nullptr ? nothing : *exchange, path, fields.reading(),
                         kExchangeKeys);
  Recording out;
  out.exchange = read_exchange(exchange_fields);
  out.date = fields.text("date");
  out.is_prompt_new = fields.flag_or("isPromptNew", true);
  out.is_estimated = fields.flag_or("isEstimated", false);
  out.page_warnings = read_page_warnings(fields);
  if (!fields.reading().problem && !is_date(PeriodKind::day, out.date)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("date"),
                            "a local date such as 2026-01-15");
  }
  return out;
}

LedgerRow row_of(const Estimate& estimate, const Recording& recording) {
  const Exchange& exchange = recording.exchange;
  LedgerRow row;
  row.site = exchange.site;
  row.model_id = estimate.model_id;
  row.region = estimate.region;
  row.methodology =
      std::string(kMethodologyVersion) + "/" + estimate.method + "/" + estimate.profile;
  row.requests = 1.0;
  row.prompts = recording.is_prompt_new ? 1.0 : 0.0;
  row.estimated_requests = recording.is_estimated ? 1.0 : 0.0;
  row.prompt_tokens = exchange.input_tokens;
  row.output_tokens = exchange.output_tokens;
  row.energy_watt_hours = estimate.footprint.energy_watt_hours;
  row.grams_co2e = estimate.footprint.grams_co2e;
  row.water_litres = estimate.footprint.water_litres.value_or(Range{});
  row.water_unknown_requests = estimate.footprint.water_litres ? 0.0 : 1.0;
  for (const Warning& warning : estimate.warnings) row.warnings.emplace_back(warning.code, 1.0);
  for (const std::string& code : recording.page_warnings) row.warnings.emplace_back(code, 1.0);
  return row;
}

Period read_or_start(Fields& periods, PeriodKind kind, const std::string& day) {
  const std::string date = date_of(kind, day);
  const Value* stored = periods.find(name_of(kind));
  if (stored == nullptr) return Period{kind, date, {}};
  const Path path = periods.at(name_of(kind));
  Period period = read_period(*stored, path, periods.reading());
  if (!periods.reading().problem && (period.date != date || period.kind != kind)) {
    periods.reading().report(ErrorCode::out_of_range, path, "this period is not of that day");
  }
  return period;
}

}  // namespace

Result<Value> record_call(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading,
                {"exchange", "date", "isPromptNew", "isEstimated", "pageWarnings", "periods"});
  const Recording recording = read_recording(fields);
  if (reading.problem) return *reading.problem;
  const Result<Estimate> weighed = estimate(*core.catalog, recording.exchange);
  if (!weighed) return weighed.error();
  const LedgerRow row = row_of(*weighed, recording);

  const Value nothing{Record{}};
  const Value* stored = fields.find("periods");
  const Path path = fields.at("periods");
  Fields periods(stored == nullptr ? nothing : *stored, path, reading, {"day", "month", "year"});
  Record out{{"estimate", write_estimate(*weighed)}};
  for (const PeriodKind kind : {PeriodKind::day, PeriodKind::month, PeriodKind::year}) {
    Period period = read_or_start(periods, kind, recording.date);
    if (reading.problem) return *reading.problem;
    add_row(period, row);
    out.push_back({std::string(name_of(kind)), write_period(period)});
  }
  return Value{std::move(out)};
}

Result<Value> roll_up_call(const Core&, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"range", "date", "parts"});
  const PeriodKind kind = read_period_kind(fields, "range");
  const std::string date = fields.text("date");
  if (!reading.problem && !is_date(kind, date)) {
    reading.report(ErrorCode::out_of_range, fields.at("date"), "not a date of that period");
  }
  std::vector<Period> parts;
  const List* items = fields.list("parts");
  const Path items_path = fields.at("parts");
  for (std::size_t i = 0; items != nullptr && i < items->size() && !reading.problem; ++i) {
    parts.push_back(read_period((*items)[i], Path{&items_path, {}, static_cast<int>(i)}, reading));
  }
  if (reading.problem) return *reading.problem;
  const Result<Period> period = roll_up(kind, date, parts);
  if (!period) return period.error();
  return write_period(*period);
}

}  // namespace gramme
