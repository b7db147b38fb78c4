#pragma once

#include "catalog/entry_reader.hpp"

namespace gramme {

// One reader per kind of entry; keys and units are explained in config/README.md.
[[nodiscard]] ModelClass read_model_class(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] Model read_model(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] ModelFamily read_model_family(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] Provider read_provider(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] Region read_region(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] CloudRegion read_cloud_region(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] GridShape read_grid_shape(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] Accelerator read_accelerator(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] ModelArchitecture read_architecture(const Value& value, const Path& path,
                                                  Reading& reading);
[[nodiscard]] ServingClass read_serving_class(const Value& value, const Path& path,
                                              Reading& reading);
[[nodiscard]] AttachmentRule read_attachment_rule(const Value& value, const Path& path,
                                                  Reading& reading);
[[nodiscard]] EquivalenceEntry read_equivalence(const Value& value, const Path& path,
                                                Reading& reading);
[[nodiscard]] UsageProfile read_usage_profile(const Value& value, const Path& path,
                                              Reading& reading);
[[nodiscard]] ServiceProfile read_service_profile(const Value& value, const Path& path,
                                                  Reading& reading);
[[nodiscard]] Language read_language(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] Encoding read_encoding(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] Framing read_framing(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] MethodEntry read_method(const Value& value, const Path& path, Reading& reading);
[[nodiscard]] Calibration read_calibration(const Value& value, const Path& path, Reading& reading);

/// Checks what must hold between entries: references, and names that lead to one entry only.
void check_catalog(const Catalog& catalog, Reading& reading);

/// Notes for each calibration which model of the catalog it is of.
void link_calibrations(Catalog& catalog);

}  // namespace gramme
