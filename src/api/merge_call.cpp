// Brings days of the ledger together: those of a file, of another installation, of an older form.
#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/stored_document.hpp"

namespace gramme {

namespace {

std::string text_of(const LedgerDay& day) {
  std::string text;
  JsonWriter writer(text);
  write_stored_day(writer, day);
  return text;
}

Result<LedgerDay> merge_all(const std::vector<LedgerDay>& days) {
  LedgerDay out = days.front();
  for (std::size_t i = 1; i < days.size(); ++i) {
    if (days[i].date != out.date) {
      return fail(ErrorCode::out_of_range, "/days/" + std::to_string(i) + "/date",
                  "days of one date are merged");
    }
    out = merged(out, days[i]);
  }
  if (out.parts.size() <= kMostDevices) return out;
  return fail(ErrorCode::too_large, "/days", "a day has at most 64 parts");
}

}  // namespace

Problem merge_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"days"});
  std::vector<LedgerDay> days;
  fields.each_item("days", [&](const Value& value, const Path& path) {
    days.push_back(read_stored_day(value, path, reading));
  });
  if (!reading.problem && days.empty()) {
    reading.report(ErrorCode::missing_key, fields.at("days"), "at least one day");
  }
  if (reading.problem) return reading.problem;
  const Result<LedgerDay> together = merge_all(days);
  if (!together) return together.error();
  answer.open_record();
  answer.key("day");
  write_stored_day(answer, *together);
  answer.key("isUnchanged").flag(text_of(*together) == text_of(days.front()));
  answer.key("requests").number(total_of(period_of(*together).rows).requests);
  answer.close_record();
  return std::nullopt;
}

Problem adopt_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"period", "zone", "device"});
  Period period = read_period(fields.find_or_empty("period"), fields.at("period"), reading);
  if (!reading.problem && period.kind != PeriodKind::day) {
    reading.report(ErrorCode::out_of_range, fields.at("period"), "only days are kept");
  }
  LedgerDay day{period.date, {}, {}};
  note_zone(day, fields.text("zone"));
  day.parts.push_back({fields.text("device"), 1.0, std::move(period.rows)});
  if (reading.problem) return reading.problem;
  write_stored_day(answer, day);
  return std::nullopt;
}

}  // namespace gramme
