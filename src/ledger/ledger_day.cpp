#include "gramme/ledger_day.hpp"

#include <algorithm>

namespace gramme {

namespace {

/// Of two writings of the same part. Revisions are equal when a profile was set back and went on:
/// then the larger one, so that the order of merging does not matter.
bool is_later(const DayPart& one, const DayPart& other) {
  if (one.revision != other.revision) return one.revision > other.revision;
  const LedgerRow mine = total_of(one.rows);
  const LedgerRow theirs = total_of(other.rows);
  if (mine.requests != theirs.requests) return mine.requests > theirs.requests;
  return mine.energy_watt_hours.central > theirs.energy_watt_hours.central;
}

}  // namespace

void note_zone(LedgerDay& day, std::string_view zone) {
  const auto place = std::lower_bound(day.zones.begin(), day.zones.end(), zone);
  const bool is_known = place != day.zones.end() && *place == zone;
  if (zone.empty() || is_known || day.zones.size() >= kMostZones) return;
  day.zones.emplace(place, zone);
}

DayPart& part_of(LedgerDay& day, std::string_view device) {
  const auto place =
      std::lower_bound(day.parts.begin(), day.parts.end(), device,
                       [](const DayPart& part, std::string_view id) { return part.device < id; });
  if (place != day.parts.end() && place->device == device) return *place;
  return *day.parts.insert(place, DayPart{std::string(device), 0.0, {}});
}

LedgerDay merged(const LedgerDay& one, const LedgerDay& other) {
  LedgerDay out = one;
  for (const std::string& zone : other.zones) note_zone(out, zone);
  for (const DayPart& theirs : other.parts) {
    DayPart& mine = part_of(out, theirs.device);
    if (is_later(theirs, mine)) mine = theirs;
  }
  return out;
}

Period period_of(const LedgerDay& day) {
  Period period{PeriodKind::day, day.date, {}};
  for (const DayPart& part : day.parts) {
    for (const LedgerRow& row : part.rows) add_row(period, row);
  }
  return period;
}

}  // namespace gramme
