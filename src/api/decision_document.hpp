#pragma once

#include "gramme/decision.hpp"
#include "json/json_writer.hpp"

namespace gramme {

/// A decision as a record (docs/data.md#decide).
void write_decision(JsonWriter& out, const Decision& decision);

}  // namespace gramme
