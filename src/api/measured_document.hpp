#pragma once

#include "json/json_writer.hpp"
#include "usage/measured_runs.hpp"

namespace gramme {

/// What measured runs come to, by day, month, year and project (docs/data.md#analyse); null where
/// no file tells of any.
void write_measured(JsonWriter& out, const MeasuredRuns& runs);

}  // namespace gramme
