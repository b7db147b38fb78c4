#include "usage/ledger_days.hpp"

#include <algorithm>
#include <utility>

namespace gramme {

namespace {

constexpr std::string_view kFileKind = "ledger";
constexpr double kFileSchema = 2.0;

double requests_of(const LedgerDay& day) { return total_of(period_of(day).rows).requests; }

/// Whether a day holds all parts of another, as they are there or later.
bool holds(const LedgerDay& day, const LedgerDay& other) {
  return std::all_of(other.parts.begin(), other.parts.end(), [&](const DayPart& theirs) {
    return std::any_of(day.parts.begin(), day.parts.end(), [&](const DayPart& mine) {
      return mine.device == theirs.device && mine.revision >= theirs.revision;
    });
  });
}

}  // namespace

bool LedgerDays::is_ledger(const Value& document) {
  const Value* const kind = document.find("gramme");
  return kind != nullptr && kind->text() != nullptr && *kind->text() == kFileKind;
}

Problem LedgerDays::read(const Value& document, FileNotes& notes) {
  const Value* const schema = document.find("schema");
  if (schema == nullptr || schema->number() == nullptr || *schema->number() != kFileSchema) {
    return fail(ErrorCode::out_of_range, "/schema",
                "this export is of another version: export it anew with the extension of today");
  }
  const Value* const days = document.find("days");
  if (days == nullptr || days->list() == nullptr) {
    return fail(ErrorCode::missing_key, "/days", "a list of days");
  }
  double place = 0.0;
  for (const Value& value : *days->list()) {
    place += 1.0;
    Result<LedgerDay> day = read_day_(value);
    if (!day) {
      notes.skip("damaged_day", place);
    } else if (Problem problem = take(*std::move(day), notes, place)) {
      return problem;
    }
  }
  return std::nullopt;
}

Problem LedgerDays::take(LedgerDay day, FileNotes& notes, double place) {
  const auto known = days_.find(day.date);
  if (known == days_.end()) {
    notes.requests += requests_of(day);
    std::string date = day.date;
    days_.emplace(std::move(date), std::move(day));
    return std::nullopt;
  }
  if (holds(known->second, day)) notes.skip("repeated_day", place);
  LedgerDay together = merged(known->second, day);
  if (together.parts.size() > kMostDevices) {
    return fail(ErrorCode::too_large, "/days", "a day has at most 64 parts");
  }
  notes.requests += std::max(0.0, requests_of(together) - requests_of(known->second));
  known->second = std::move(together);
  return std::nullopt;
}

Problem LedgerDays::add_to(UsageTable& table) const {
  for (const auto& [date, day] : days_) {
    const std::optional<DayNumber> number = day_of_date(date);
    for (const LedgerRow& row : period_of(day).rows) {
      if (Problem problem = table.add_stored(number.value_or(kUnknownDay), row)) return problem;
    }
  }
  return std::nullopt;
}

}  // namespace gramme
