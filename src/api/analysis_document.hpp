#pragma once

#include "json/json_writer.hpp"
#include "usage/usage_reader.hpp"

namespace gramme {

/// What files of use come to, by day, month, year, model, platform and profile
/// (docs/data.md#analyse).
void write_analysis(JsonWriter& out, const Catalog& catalog, const UsageReader& reader,
                    const UsageSummary& summary);

}  // namespace gramme
