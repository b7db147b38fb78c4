// Adds one counted exchange to its day: one crossing of the door per answer.
#include <algorithm>

#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/stored_document.hpp"

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
  Fields exchange_fields(fields.find_or_empty("exchange"), fields.at("exchange"), fields.reading(),
                         kExchangeKeys);
  Counted out;
  out.exchange = read_exchange(exchange_fields);
  out.is_prompt_new = fields.flag_or("isPromptNew", true);
  out.is_estimated = fields.flag_or("isEstimated", false);
  out.page_warnings = read_page_warnings(fields);
  return out;
}

LedgerRow row_of(const Estimate& estimate, const Counted& counted) {
  LedgerRow row = estimated_row(counted.exchange, estimate);
  row.prompts = counted.is_prompt_new ? 1.0 : 0.0;
  row.estimated_requests = counted.is_estimated ? 1.0 : 0.0;
  // One request counts once for each code, however often the code was given.
  for (const std::string& code : counted.page_warnings) add_warning_code(row, code, 1.0);
  return row;
}

std::optional<LedgerRow> read_stored_row_at(Fields& fields, std::string_view key) {
  const Value* row = fields.find(key);
  if (row == nullptr) return std::nullopt;
  return read_stored_row(*row, fields.at(key), fields.reading());
}

LedgerDay read_or_start(Fields& fields, const std::string& date) {
  const Value* stored = fields.find("day");
  if (stored == nullptr) return LedgerDay{date, {}, {}};
  LedgerDay day = read_stored_day(*stored, fields.at("day"), fields.reading());
  if (!fields.reading().problem && day.date != date) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("day"), "this is another day");
  }
  return day;
}

/// What changes in the part of this installation: a row to add, and perhaps one to take out first.
struct Change {
  std::optional<LedgerRow> removed;
  LedgerRow added;
};

/// A sum that rows are added to and taken out of, whatever their keys.
LedgerRow changed(const std::optional<LedgerRow>& before, const Change& change) {
  Period sum{PeriodKind::day, {}, {}};
  const auto keyless = [](LedgerRow row) {
    row.site.clear();
    row.model_id.clear();
    row.region.clear();
    row.methodology.clear();
    return row;
  };
  if (before) add_row(sum, keyless(*before));
  if (change.removed) remove_row(sum, keyless(*change.removed));
  add_row(sum, keyless(change.added));
  return sum.rows.front();
}

/// What a view shows while answers are written.
void write_live(JsonWriter& out, const LedgerRow& row) {
  out.open_record();
  out.key("requests").number(row.requests);
  out.key("tokens").range(row.prompt_tokens + row.output_tokens);
  out.key("energyWattHours").range(row.energy_watt_hours);
  out.key("gramsCo2e").range(row.grams_co2e);
  out.close_record();
}

void write_conversation(JsonWriter& out, const LedgerRow& row) {
  out.key("conversation");
  write_stored_row(out, row);
  out.key("conversationSums");
  write_live(out, row);
}

Problem apply(DayPart& part, const Change& change) {
  Period period{PeriodKind::day, {}, std::move(part.rows)};
  if (change.removed) remove_row(period, *change.removed);
  add_row(period, change.added);
  part.rows = std::move(period.rows);
  part.revision += 1.0;
  if (part.rows.size() <= kMostRows) return std::nullopt;
  return fail(ErrorCode::too_large, "/day", "a day has at most 4096 rows");
}

}  // namespace

Problem record_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading,
                {"exchange", "date", "zone", "device", "isPromptNew", "isEstimated", "pageWarnings",
                 "replaces", "day", "requests", "conversation"});
  const Counted counted = read_counted(fields);
  LedgerDay day = read_or_start(fields, read_day(fields, "date"));
  note_zone(day, fields.text("zone"));
  DayPart& part = part_of(day, fields.text("device"));
  // What the same answer added before is taken out: it turned out to go on.
  Change change{read_stored_row_at(fields, "replaces"), {}};
  const std::optional<LedgerRow> conversation = read_stored_row_at(fields, "conversation");
  constexpr Bounds kRequests{1.0, 1e9};
  const double requests = fields.optional_number("requests", kRequests).value_or(1.0);
  if (reading.problem) return reading.problem;

  const Result<Estimate> weighed = estimate(*core.catalog, counted.exchange);
  if (!weighed) return weighed.error();
  change.added = scaled(row_of(*weighed, counted), requests);
  if (Problem problem = apply(part, change)) return problem;
  answer.open_record();
  answer.key("estimate");
  write_estimate(answer, *weighed);
  answer.key("row");
  write_stored_row(answer, change.added);
  answer.key("sums");
  write_live(answer, change.added);
  write_conversation(answer, changed(conversation, change));
  answer.key("day");
  write_stored_day(answer, day);
  answer.close_record();
  return std::nullopt;
}

}  // namespace gramme
