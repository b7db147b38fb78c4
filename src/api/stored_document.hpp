#pragma once

#include "data/fields.hpp"
#include "gramme/ledger_day.hpp"
#include "json/json_writer.hpp"

namespace gramme {

// The ledger as it is kept (docs/data.md#stored-days): rows as short lists, and a checksum over the
// text that the core writes of a record. A record that reads back to another text was altered.

void write_stored_row(JsonWriter& out, const LedgerRow& row);
[[nodiscard]] LedgerRow read_stored_row(const Value& value, const Path& path, Reading& reading);

void write_stored_day(JsonWriter& out, const LedgerDay& day);
/// Reports damaged_record when the checksum is another one.
[[nodiscard]] LedgerDay read_stored_day(const Value& value, const Path& path, Reading& reading);

/// A month or year that was derived from its days.
void write_stored_totals(JsonWriter& out, const Period& period);
[[nodiscard]] Period read_stored_totals(const Value& value, const Path& path, Reading& reading);

/// A period in any of its forms: as shown, a stored day, stored totals.
[[nodiscard]] Period read_any_period(const Value& value, const Path& path, Reading& reading);

}  // namespace gramme
