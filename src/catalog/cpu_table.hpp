#pragma once

#include "data/value.hpp"
#include "gramme/cpu.hpp"
#include "gramme/result.hpp"

namespace gramme {

/// Reads and validates a document with the list `cpus`. Errors: as load_catalog; duplicate_id also
/// for a processor that stands twice.
[[nodiscard]] Result<std::vector<CpuGroup>> load_cpus(const Value& document);

}  // namespace gramme
