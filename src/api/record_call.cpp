// Adds one counted exchange to its day, month and year: one crossing of the door per answer.
#include <algorithm>

#include "api/call.hpp"
#include "api/documents.hpp"

namespace gramme {

namespace {

bool is_code(const std::string& code) {
  constexpr std::size_t kLongestCode = 64;
  const auto is_letter = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || letter == '_';
  };
  return !code.empty() && code.size() <= kLongestCode &&
         std::all_of(code.begin(), code.end(), is_letter);
}

/// What the page showed but could not give numbers for: codes from the caller.
std::vector<std::string> read_page_warnings(Fields& fields) {
  constexpr std::size_t kMostWarnings = 16;
  std::vector<std::string> codes = fields.texts("pageWarnings");
  if (codes.size() > kMostWarnings) {
    fields.reading().report(ErrorCode::too_large, fields.at("pageWarnings"), "at most 16 codes");
  }
  if (!std::all_of(codes.begin(), codes.end(), is_code)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("pageWarnings"),
                            "a code has 1-64 lower-case letters and underscores");
  }
  return codes;
}

/// One answer as the page gave it.
struct Counted {
  Exchange exchange;
  bool is_prompt_new = true;
  bool is_estimated = false;
  std::vector<std::string> page_warnings;
};

Counted read_counted(Fields& fields) {
  const Value nothing{Record{}};
  const Value* exchange = fields.find("exchange");
  const Path path = fields.at("exchange");
  Fields exchange_fields(exchange == nullptr ? nothing : *exchange, path, fields.reading(),
                         kExchangeKeys);
  Counted out;
  out.exchange = read_exchange(exchange_fields);
  out.is_prompt_new = fields.flag_or("isPromptNew", true);
  out.is_estimated = fields.flag_or("isEstimated", false);
  out.page_warnings = read_page_warnings(fields);
  return out;
}

/// The earlier record of the same answer, which this one replaces (it turned out to go on).
std::optional<Counted> read_replaced(Fields& fields) {
  const Value* replaced = fields.find("replaces");
  if (replaced == nullptr) return std::nullopt;
  const Path path = fields.at("replaces");
  Fields replaced_fields(*replaced, path, fields.reading(),
                         {"exchange", "isPromptNew", "isEstimated", "pageWarnings"});
  return read_counted(replaced_fields);
}

std::string read_day(Fields& fields) {
  std::string date = fields.text("date");
  if (!fields.reading().problem && !is_date(PeriodKind::day, date)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("date"),
                            "a local date such as 2026-01-15");
  }
  return date;
}

LedgerRow row_of(const Estimate& estimate, const Counted& counted) {
  LedgerRow row = estimated_row(counted.exchange, estimate);
  row.prompts = counted.is_prompt_new ? 1.0 : 0.0;
  row.estimated_requests = counted.is_estimated ? 1.0 : 0.0;
  // One request counts once for each code, however often the code was given.
  for (const std::string& code : counted.page_warnings) add_warning_code(row, code, 1.0);
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

/// What changes in every period: a row to add, and perhaps one to take out first.
struct Change {
  std::optional<LedgerRow> removed;
  LedgerRow added;
  std::string day;
};

Problem write_changed(Fields& fields, const Change& change, JsonWriter& out) {
  const Value nothing{Record{}};
  const Value* stored = fields.find("periods");
  const Path path = fields.at("periods");
  Fields periods(stored == nullptr ? nothing : *stored, path, fields.reading(),
                 {"day", "month", "year"});
  for (const PeriodKind kind : {PeriodKind::day, PeriodKind::month, PeriodKind::year}) {
    Period period = read_or_start(periods, kind, change.day);
    if (fields.reading().problem) break;
    if (change.removed) remove_row(period, *change.removed);
    add_row(period, change.added);
    if (period.rows.size() > kMostRows) {
      return fail(ErrorCode::too_large, "/periods", "a period has at most 4096 rows");
    }
    out.own_key(name_of(kind));
    write_period(out, period);
  }
  return fields.reading().problem;
}

}  // namespace

Problem record_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(
      request, Path{}, reading,
      {"exchange", "date", "isPromptNew", "isEstimated", "pageWarnings", "replaces", "periods"});
  const Counted counted = read_counted(fields);
  const std::optional<Counted> replaced = read_replaced(fields);
  Change change;
  change.day = read_day(fields);
  if (reading.problem) return reading.problem;

  const Result<Estimate> weighed = estimate(*core.catalog, counted.exchange);
  if (!weighed) return weighed.error();
  change.added = row_of(*weighed, counted);
  if (replaced) {
    const Result<Estimate> before = estimate(*core.catalog, replaced->exchange);
    if (!before) return before.error();
    change.removed = row_of(*before, *replaced);
  }
  answer.open_record();
  answer.key("estimate");
  write_estimate(answer, *weighed);
  Problem problem = write_changed(fields, change, answer);
  answer.close_record();
  return problem;
}

}  // namespace gramme
