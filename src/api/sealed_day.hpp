#pragma once

#include "api/stored_document.hpp"

namespace gramme {

/// A day as the ledger keeps it. Errors: damaged_record, and those of its members.
[[nodiscard]] inline Result<LedgerDay> read_sealed_day(const Value& value) {
  Reading reading;
  LedgerDay day = read_stored_day(value, Path{}, reading);
  if (reading.problem) return *std::move(reading.problem);
  return day;
}

}  // namespace gramme
