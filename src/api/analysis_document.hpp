#pragma once

#include "api/usage_periods.hpp"
#include "json/json_writer.hpp"
#include "usage/usage_reader.hpp"

namespace gramme {

/// All that files tell of, weighed.
struct AnalysedUse {
  explicit AnalysedUse(UsageSummary weighed)
      : summary(std::move(weighed)), periods(usage_periods(summary.rows)) {}

  UsageSummary summary;
  UsagePeriods periods;
};

/// What files of use come to, by day, month, year, model, platform and profile
/// (docs/data.md#analyse).
void write_analysis(JsonWriter& out, const Catalog& catalog, const UsageReader& reader,
                    const AnalysedUse& use);

}  // namespace gramme
