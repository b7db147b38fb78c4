#pragma once

#include <array>

#include "data/fields.hpp"
#include "gramme/estimate.hpp"
#include "gramme/ledger.hpp"
#include "json/json_writer.hpp"

namespace gramme {

/// Keys that describe an exchange; shared by `estimate` and `record`.
inline constexpr std::array<std::string_view, 21> kExchangeKeys{
    "model",
    "site",
    "inputTokens",
    "cachedInputTokens",
    "outputTokens",
    "contextTokens",
    "contextAgeSeconds",
    "reasoningSeconds",
    "attachments",
    "latencySeconds",
    "region",
    "year",
    "gridTime",
    "accounting",
    "carbonIntensityGramsCo2ePerKilowattHour",
    "pue",
    "wueLitresPerKilowattHour",
    "gridWueLitresPerKilowattHour",
    "method",
    "profile",
    "server"};

[[nodiscard]] Exchange read_exchange(Fields& fields);

void write_estimate(JsonWriter& out, const Estimate& estimate);
/// The same within a record that is open.
void write_estimate_members(JsonWriter& out, const Estimate& estimate);
[[nodiscard]] Value write_warnings(const std::vector<Warning>& warnings);
[[nodiscard]] Value write_source(const Source& source);

/// Reads a stored period. The statistics beside the rows are derived and not read.
[[nodiscard]] Period read_period(const Value& value, const Path& path, Reading& reading);

/// Sums over rows, as members of a record that is open.
void write_sums(JsonWriter& out, const LedgerRow& sum);

/// How often each warning was given, as the member `warnings` of a record that is open.
void write_warning_counts(JsonWriter& out, const LedgerRow& sum);

/// A period with its rows and its statistics (docs/data.md#periods).
void write_period(JsonWriter& out, const Period& period);

[[nodiscard]] std::string_view name_of(PeriodKind kind);
[[nodiscard]] PeriodKind read_period_kind(Fields& fields, std::string_view key);
/// A local date such as 2026-01-15.
[[nodiscard]] std::string read_day(Fields& fields, std::string_view key);

}  // namespace gramme
