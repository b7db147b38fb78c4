#pragma once

#include <map>
#include <string>

#include "data/value.hpp"
#include "gramme/ledger_day.hpp"
#include "gramme/usage.hpp"
#include "usage/file_notes.hpp"

namespace gramme {

/// Reads a day as the ledger keeps it, and checks its seal.
using DayReader = Result<LedgerDay> (*)(const Value& day);

/// The days of the extension's exports. They were weighed when they were counted, and stay as they
/// are; brought together as the ledger does it, no answer counts twice.
class LedgerDays {
 public:
  explicit LedgerDays(DayReader read_day) : read_day_(read_day) {}

  /// True for {"gramme": "ledger", …}.
  [[nodiscard]] static bool is_ledger(const Value& document);

  /// A day that is damaged is left out and told of.
  /// Errors: out_of_range for another version; too_large for a day of more than 64 installations.
  [[nodiscard]] Problem read(const Value& document, FileNotes& notes);

  /// Errors: those of UsageTable::add.
  [[nodiscard]] Problem add_to(UsageTable& table) const;

 private:
  [[nodiscard]] Problem take(LedgerDay day, FileNotes& notes, double place);

  DayReader read_day_;
  std::map<std::string, LedgerDay> days_;
};

}  // namespace gramme
