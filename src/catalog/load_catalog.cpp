#include "catalog/load_catalog.hpp"

#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

/// Reports the first reference that leads nowhere.
class References {
 public:
  explicit References(Reading& reading) : reading_(&reading) {}

  template <typename Entry, typename Target>
  void check(std::string_view section, std::string_view key, const std::vector<Entry>& entries,
             const std::vector<Target>& targets, std::string Entry::*member) {
    const Path list_path{nullptr, section, -1};
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string& id = entries[i].*member;
      if (find_by_id(targets, id) != nullptr) continue;
      const Path entry_path{&list_path, {}, static_cast<int>(i)};
      reading_->report(ErrorCode::dangling_reference, Path{&entry_path, key, -1},
                       "nothing has the id " + id);
    }
  }

 private:
  Reading* reading_;
};

void check_references(const Catalog& catalog, Reading& reading) {
  References references(reading);
  references.check("models", "provider", catalog.models, catalog.providers, &Model::provider);
  references.check("models", "class", catalog.models, catalog.classes, &Model::model_class);
  references.check("models", "encoding", catalog.models, catalog.encodings, &Model::encoding);
  references.check("families", "provider", catalog.families, catalog.providers,
                   &ModelFamily::provider);
  references.check("families", "class", catalog.families, catalog.classes,
                   &ModelFamily::model_class);
  references.check("families", "encoding", catalog.families, catalog.encodings,
                   &ModelFamily::encoding);
  references.check("providers", "region", catalog.providers, catalog.regions, &Provider::region);
}

/// An alias or id must lead to one model only.
void check_names(const Catalog& catalog, Reading& reading) {
  const Path list_path{nullptr, "models", -1};
  for (std::size_t i = 0; i < catalog.models.size(); ++i) {
    for (const std::string& alias : catalog.models[i].aliases) {
      std::size_t holders = find_by_id(catalog.models, alias) == nullptr ? 0 : 1;
      for (const Model& other : catalog.models) {
        for (const std::string& name : other.aliases) holders += name == alias ? 1U : 0U;
      }
      if (holders == 1) continue;
      const Path entry_path{&list_path, {}, static_cast<int>(i)};
      reading.report(ErrorCode::duplicate_id, Path{&entry_path, "aliases", -1},
                     "the alias " + alias + " leads to more than one model");
    }
  }
}

}  // namespace

Result<Catalog> load_catalog(const Value& document) {
  Reading reading{PathStyle::dotted, std::nullopt};
  Fields fields(document, Path{}, reading,
                {"classes", "models", "families", "providers", "regions", "accelerators",
                 "encodings", "methods"});
  Catalog catalog;
  catalog.classes = read_entries<ModelClass>(fields, "classes", read_model_class);
  catalog.models = read_entries<Model>(fields, "models", read_model);
  catalog.families = read_entries<ModelFamily>(fields, "families", read_model_family);
  catalog.providers = read_entries<Provider>(fields, "providers", read_provider);
  catalog.regions = read_entries<Region>(fields, "regions", read_region);
  catalog.accelerators = read_entries<Accelerator>(fields, "accelerators", read_accelerator);
  catalog.encodings = read_entries<Encoding>(fields, "encodings", read_encoding);
  catalog.methods = read_entries<MethodEntry>(fields, "methods", read_method);
  if (!reading.problem) check_references(catalog, reading);
  if (!reading.problem) check_names(catalog, reading);
  if (reading.problem) return *reading.problem;
  return catalog;
}

}  // namespace gramme
