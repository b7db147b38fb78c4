// What must hold between entries: references lead somewhere, names lead to one entry only.
#include <algorithm>

#include "catalog/lower_case.hpp"
#include "catalog/model_name.hpp"
#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

/// Reports the first reference of one key that leads nowhere.
class References {
 public:
  References(std::string_view section, std::string_view key, Reading& reading)
      : list_path_{nullptr, section, -1}, key_(key), reading_(&reading) {}

  /// An entry may name nothing.
  [[nodiscard]] References optional() const {
    References out = *this;
    out.is_optional_ = true;
    return out;
  }

  template <typename Entry, typename Target>
  void check(const std::vector<Entry>& entries, std::string Entry::*member,
             const std::vector<Target>& targets) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string& id = entries[i].*member;
      if ((is_optional_ && id.empty()) || find_by_id(targets, id) != nullptr) continue;
      const Path entry_path{&list_path_, {}, static_cast<int>(i)};
      reading_->report(ErrorCode::dangling_reference, Path{&entry_path, key_, -1},
                       "nothing has the id " + id);
    }
  }

 private:
  Path list_path_;
  std::string_view key_;
  Reading* reading_;
  bool is_optional_ = false;
};

void check_references(const Catalog& all, Reading& reading) {
  References("models", "provider", reading).check(all.models, &Model::provider, all.providers);
  References("models", "class", reading).check(all.models, &Model::model_class, all.classes);
  References("models", "encoding", reading).check(all.models, &Model::encoding, all.encodings);
  References family_provider("families", "provider", reading);
  family_provider.check(all.families, &ModelFamily::provider, all.providers);
  References family_class("families", "class", reading);
  family_class.check(all.families, &ModelFamily::model_class, all.classes);
  References family_encoding("families", "encoding", reading);
  family_encoding.check(all.families, &ModelFamily::encoding, all.encodings);
  References("providers", "region", reading).check(all.providers, &Provider::region, all.regions);
  References cloud_provider("cloud_regions", "provider", reading);
  cloud_provider.check(all.cloud_regions, &CloudRegion::provider, all.providers);
  References cloud_region("cloud_regions", "region", reading);
  cloud_region.check(all.cloud_regions, &CloudRegion::region, all.regions);
  References attachments = References("attachments", "provider", reading).optional();
  attachments.check(all.attachments, &AttachmentRule::provider, all.providers);
  References("grid_shapes", "id", reading).check(all.grid_shapes, &GridShape::id, all.regions);
  References serving = References("providers", "serving", reading).optional();
  serving.check(all.providers, &Provider::serving, all.serving);
  // Encodings of models that hold no chats have no framing.
  References framing = References("encodings", "framing", reading).optional();
  framing.check(all.encodings, &Encoding::framing, all.framings);
}

/// A service's model must have a size that is known: a catalog's model, or public weights.
void check_services(const Catalog& all, Reading& reading) {
  References("services", "provider", reading)
      .check(all.services, &ServiceProfile::provider, all.providers);
  const Path list_path{nullptr, "services", -1};
  for (std::size_t i = 0; i < all.services.size(); ++i) {
    const std::string& model = all.services[i].model;
    const bool is_known = model.empty() || find_by_id(all.models, model) != nullptr ||
                          find_architecture(all, model) != nullptr;
    const Path entry_path{&list_path, {}, static_cast<int>(i)};
    if (is_known) continue;
    reading.report(ErrorCode::dangling_reference, Path{&entry_path, "model", -1},
                   "no model has the id, and no architecture the prefix, " + model);
  }
}

/// What a serving class names must be known well enough to compute with.
void check_serving(const Catalog& all, Reading& reading) {
  const Path list_path{nullptr, "serving", -1};
  for (std::size_t i = 0; i < all.serving.size(); ++i) {
    const ServingClass& entry = all.serving[i];
    const Path entry_path{&list_path, {}, static_cast<int>(i)};
    for (const auto& [key, id] : {std::pair{"accelerator", &entry.accelerator},
                                  std::pair{"best_accelerator", &entry.best_accelerator},
                                  std::pair{"worst_accelerator", &entry.worst_accelerator}}) {
      const Accelerator* const accelerator = find_by_id(all.accelerators, *id);
      if (accelerator != nullptr && accelerator->has_speeds()) continue;
      reading.report(ErrorCode::dangling_reference, Path{&entry_path, key, -1},
                     "no accelerator whose memory and speeds are known has the id " + *id);
    }
  }
}

/// Names seen so far with the entry that has them.
class Names {
 public:
  Names(std::string_view section, std::string_view key, Reading& reading)
      : list_path_{nullptr, section, -1}, key_(key), reading_(&reading) {}

  /// A name may stand twice at one entry, but not at two.
  void add(std::size_t entry, std::string name) {
    const auto known = std::find_if(seen_.begin(), seen_.end(),
                                    [&](const Seen& seen) { return seen.name == name; });
    if (known == seen_.end()) {
      seen_.push_back({std::move(name), entry});
    } else if (known->entry != entry) {
      const Path entry_path{&list_path_, {}, static_cast<int>(entry)};
      reading_->report(ErrorCode::duplicate_id, Path{&entry_path, key_, -1},
                       "the name " + name + " leads to more than one entry");
    }
  }

 private:
  struct Seen {
    std::string name;
    std::size_t entry;
  };

  Path list_path_;
  std::string_view key_;
  Reading* reading_;
  std::vector<Seen> seen_;
};

/// Ids and aliases in the form in which they are looked up, and labels on their provider's page.
void check_models(const Catalog& catalog, Reading& reading) {
  Names names("models", "aliases", reading);
  Names labels("models", "page_labels", reading);
  for (std::size_t i = 0; i < catalog.models.size(); ++i) {
    names.add(i, simplified_name(catalog.models[i].id));
  }
  for (std::size_t i = 0; i < catalog.models.size(); ++i) {
    const Model& model = catalog.models[i];
    for (const std::string& alias : model.aliases) names.add(i, simplified_name(alias));
    for (const std::string& label : model.page_labels) {
      labels.add(i, model.provider + "/" + simplified_name(label));
    }
  }
}

void check_families_and_sites(const Catalog& catalog, Reading& reading) {
  Names prefixes("families", "prefix", reading);
  for (std::size_t i = 0; i < catalog.families.size(); ++i) {
    prefixes.add(i, simplified_prefix(catalog.families[i].prefix));
  }
  Names sites("providers", "site", reading);
  for (std::size_t i = 0; i < catalog.providers.size(); ++i) {
    if (!catalog.providers[i].site.empty()) sites.add(i, catalog.providers[i].site);
  }
}

/// Names of accelerators and beginnings of architectures, as they are looked up.
void check_hardware(const Catalog& catalog, Reading& reading) {
  Names names("accelerators", "aliases", reading);
  for (std::size_t i = 0; i < catalog.accelerators.size(); ++i) {
    names.add(i, catalog.accelerators[i].id);
    names.add(i, lower_case(catalog.accelerators[i].name));
  }
  for (std::size_t i = 0; i < catalog.accelerators.size(); ++i) {
    for (const std::string& alias : catalog.accelerators[i].aliases) {
      names.add(i, lower_case(alias));
    }
  }
  Names prefixes("architectures", "prefixes", reading);
  for (std::size_t i = 0; i < catalog.architectures.size(); ++i) {
    for (const std::string& prefix : catalog.architectures[i].prefixes) prefixes.add(i, prefix);
  }
}

/// One set of coefficients for each model and hardware.
void check_calibrations(const Catalog& catalog, Reading& reading) {
  Names pairs("calibrations", "hardware", reading);
  for (std::size_t i = 0; i < catalog.calibrations.size(); ++i) {
    const Calibration& entry = catalog.calibrations[i];
    pairs.add(i, lower_case(entry.model) + " on " + lower_case(entry.hardware));
  }
}

}  // namespace

void check_catalog(const Catalog& catalog, Reading& reading) {
  check_references(catalog, reading);
  check_serving(catalog, reading);
  check_services(catalog, reading);
  check_models(catalog, reading);
  check_families_and_sites(catalog, reading);
  check_hardware(catalog, reading);
  check_calibrations(catalog, reading);
}

}  // namespace gramme
