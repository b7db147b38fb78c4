#include "catalog/load_catalog.hpp"

#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

Catalog read_entries_of(const Value& document, Reading& reading) {
  Fields fields(
      document, Path{}, reading,
      {"classes", "models", "families", "providers", "regions", "cloud_regions", "grid_shapes",
       "accelerators", "architectures", "serving", "attachments", "equivalences", "usage_profiles",
       "services", "languages", "encodings", "framings", "methods", "calibrations"});
  Catalog catalog;
  catalog.classes = read_entries<ModelClass>(fields, "classes", read_model_class);
  catalog.models = read_entries<Model>(fields, "models", read_model);
  catalog.families = read_entries<ModelFamily>(fields, "families", read_model_family);
  catalog.providers = read_entries<Provider>(fields, "providers", read_provider);
  catalog.regions = read_entries<Region>(fields, "regions", read_region);
  catalog.cloud_regions = read_entries<CloudRegion>(fields, "cloud_regions", read_cloud_region);
  catalog.grid_shapes = read_entries<GridShape>(fields, "grid_shapes", read_grid_shape);
  catalog.accelerators = read_entries<Accelerator>(fields, "accelerators", read_accelerator);
  catalog.architectures =
      read_entries<ModelArchitecture>(fields, "architectures", read_architecture);
  catalog.serving = read_entries<ServingClass>(fields, "serving", read_serving_class);
  catalog.attachments = read_entries<AttachmentRule>(fields, "attachments", read_attachment_rule);
  catalog.equivalences = read_entries<EquivalenceEntry>(fields, "equivalences", read_equivalence);
  catalog.usage_profiles = read_entries<UsageProfile>(fields, "usage_profiles", read_usage_profile);
  catalog.services = read_entries<ServiceProfile>(fields, "services", read_service_profile);
  catalog.languages = read_entries<Language>(fields, "languages", read_language);
  catalog.encodings = read_entries<Encoding>(fields, "encodings", read_encoding);
  catalog.framings = read_entries<Framing>(fields, "framings", read_framing);
  catalog.methods = read_entries<MethodEntry>(fields, "methods", read_method);
  catalog.calibrations = read_entries<Calibration>(fields, "calibrations", read_calibration);
  return catalog;
}

}  // namespace

Result<Catalog> load_catalog(const Value& document) {
  Reading reading{PathStyle::dotted, std::nullopt};
  Catalog catalog = read_entries_of(document, reading);
  if (!reading.problem) check_catalog(catalog, reading);
  if (reading.problem) return *reading.problem;
  index_names(catalog);
  link_calibrations(catalog);
  return catalog;
}

Catalog read_checked_catalog(const Value& document) {
  Reading reading{PathStyle::dotted, std::nullopt};
  Catalog catalog = read_entries_of(document, reading);
  index_names(catalog);
  return catalog;
}

}  // namespace gramme
