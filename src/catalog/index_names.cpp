#include <algorithm>

#include "catalog/model_name.hpp"
#include "gramme/catalog.hpp"

namespace gramme {

namespace {

void add(std::vector<NamedEntry>& names, std::string name, std::size_t position) {
  names.push_back({std::move(name), position});
}

/// By name, and where entries share one, by their order in the catalog.
void sort(std::vector<NamedEntry>& names) {
  std::sort(names.begin(), names.end(), [](const NamedEntry& a, const NamedEntry& b) {
    const int order = a.name.compare(b.name);
    return order == 0 ? a.position < b.position : order < 0;
  });
}

template <typename Entry>
std::size_t position_in(const std::vector<Entry>& entries, const Entry* entry) {
  return entry == nullptr ? CatalogIndex::kNone : static_cast<std::size_t>(entry - entries.data());
}

void index_models(Catalog& catalog) {
  CatalogIndex& index = catalog.index;
  for (std::size_t i = 0; i < catalog.models.size(); ++i) {
    const Model& model = catalog.models[i];
    add(index.model_names, simplified_name(model.id), i);
    for (const std::string& alias : model.aliases) {
      add(index.model_names, simplified_name(alias), i);
    }
    for (const std::string& label : model.page_labels) {
      add(index.page_labels, simplified_name(label), i);
    }
    const ModelArchitecture* shape = find_architecture(catalog, model.id);
    index.architecture_of_model.push_back(position_in(catalog.architectures, shape));
  }
  sort(index.model_names);
  sort(index.page_labels);
}

}  // namespace

void index_names(Catalog& catalog) {
  catalog.index = {};
  index_models(catalog);
  for (const ModelFamily& family : catalog.families) {
    catalog.index.family_prefixes.push_back(simplified_prefix(family.prefix));
  }
  for (std::size_t i = 0; i < catalog.regions.size(); ++i) {
    add(catalog.index.regions, catalog.regions[i].id, i);
  }
  sort(catalog.index.regions);
  for (const ServingClass& serving : catalog.serving) {
    const auto position = [&](const std::string& id) {
      return position_in(catalog.accelerators, find_by_id(catalog.accelerators, id));
    };
    catalog.index.serving.push_back({position(serving.accelerator),
                                     position(serving.best_accelerator),
                                     position(serving.worst_accelerator)});
  }
}

std::span<const NamedEntry> find_named(const std::vector<NamedEntry>& names,
                                       std::string_view name) {
  const auto first = std::lower_bound(
      names.begin(), names.end(), name,
      [](const NamedEntry& entry, std::string_view key) { return entry.name < key; });
  auto last = first;
  while (last != names.end() && last->name == name) ++last;
  return {names.data() + (first - names.begin()), static_cast<std::size_t>(last - first)};
}

}  // namespace gramme
