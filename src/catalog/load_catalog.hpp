#pragma once

#include "data/value.hpp"
#include "gramme/catalog.hpp"

namespace gramme {

/// Reads and validates a catalog document: a record of the lists classes, models, families,
/// providers, regions, cloud_regions, grid_shapes, accelerators, architectures, encodings,
/// framings, methods, calibrations. The loader is the schema. Errors (path dotted, e.g.
/// "models[3].id"): missing_key, unknown_key, invalid_type, out_of_range, duplicate_id,
/// missing_source, dangling_reference.
[[nodiscard]] Result<Catalog> load_catalog(const Value& document);

/// Reads a document that load_catalog accepted before, at build time: entries only, without the
/// checks across entries, which cost most of a start.
[[nodiscard]] Catalog read_checked_catalog(const Value& document);

}  // namespace gramme
