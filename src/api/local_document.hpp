#pragma once

#include "data/fields.hpp"
#include "gramme/emissions_csv.hpp"
#include "gramme/local.hpp"
#include "json/json_writer.hpp"

namespace gramme {

// What scripts say of the user's own machine (docs/data.md#addsample).

[[nodiscard]] LocalSample read_local_sample(const Value& value, const Path& path, Reading& reading);

[[nodiscard]] GpuReading read_local_gpu(const Value& value, const Path& path, Reading& reading);

/// What `addSample` answered before.
[[nodiscard]] LocalSums read_local_sums(const Value& value, const Path& path, Reading& reading);

void write_local_sums(JsonWriter& out, const LocalSums& sums);

[[nodiscard]] LocalRun read_local_run(const Value& value, const Path& path, Reading& reading);

void write_local_footprint(JsonWriter& out, const LocalFootprint& footprint);

}  // namespace gramme
