#include <algorithm>

#include "catalog/model_name.hpp"
#include "gramme/catalog.hpp"

namespace gramme {

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Without a release date at the end ("-20250929" or "-2025-09-29"), or unchanged.
std::string_view without_date(std::string_view name) {
  for (const std::string_view shape : {"-dddddddd", "-dddd-dd-dd"}) {
    if (name.size() <= shape.size()) continue;
    const std::string_view tail = name.substr(name.size() - shape.size());
    const auto fits = [](char want, char is) { return want == 'd' ? is_digit(is) : want == is; };
    if (std::equal(shape.begin(), shape.end(), tail.begin(), fits)) {
      return name.substr(0, name.size() - shape.size());
    }
  }
  return name;
}

const Provider* provider_of_site(const Catalog& catalog, std::string_view site) {
  if (site.empty()) return nullptr;
  for (const Provider& provider : catalog.providers) {
    if (provider.site == site) return &provider;
  }
  return nullptr;
}

const Model* find_model(const Catalog& catalog, std::string_view name, const Provider* provider) {
  for (const std::string_view wanted : {name, without_date(name)}) {
    const std::span<const NamedEntry> found = find_named(catalog.index.model_names, wanted);
    if (!found.empty()) return &catalog.models[found.front().position];
  }
  if (provider == nullptr) return nullptr;
  for (const NamedEntry& label : find_named(catalog.index.page_labels, name)) {
    const Model& model = catalog.models[label.position];
    if (model.provider == provider->id) return &model;
  }
  return nullptr;
}

/// The family of the longest prefix; a whole name may also end where a prefix has its dash.
const ModelFamily* find_family(const Catalog& catalog, std::string_view name) {
  const std::string whole = std::string(name) + "-";
  const ModelFamily* best = nullptr;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < catalog.families.size(); ++i) {
    const std::string& prefix = catalog.index.family_prefixes[i];
    if (prefix.size() <= longest || whole.compare(0, prefix.size(), prefix) != 0) continue;
    best = &catalog.families[i];
    longest = prefix.size();
  }
  return best;
}

Model assumed_model(std::string_view name, const ModelFamily& family) {
  Model model;
  model.id = name.empty() ? family.id : std::string(name);
  model.name = model.id;
  model.provider = family.provider;
  model.model_class = family.model_class;
  model.encoding = family.encoding;
  model.source = family.source;
  return model;
}

/// What stands in for an unnamed model: the provider's first family, or the one for everything.
const ModelFamily* default_family(const Catalog& catalog, const Provider* provider) {
  for (const ModelFamily& family : catalog.families) {
    const bool fits = provider == nullptr ? family.prefix.empty() : family.provider == provider->id;
    if (fits) return &family;
  }
  return nullptr;
}

}  // namespace

ResolvedModel resolve_model(const Catalog& catalog, std::string_view name, std::string_view site) {
  const std::string wanted = simplified_name(name);
  const Provider* provider = provider_of_site(catalog, site);
  if (!wanted.empty()) {
    const Model* known = find_model(catalog, wanted, provider);
    if (known != nullptr) return {known, {}, ModelMatch::exact};
    const ModelFamily* family = find_family(catalog, wanted);
    if (family != nullptr) return {nullptr, assumed_model(wanted, *family), ModelMatch::family};
  }
  if (provider != nullptr) {
    const ModelFamily* usual = default_family(catalog, provider);
    if (usual != nullptr) return {nullptr, assumed_model(wanted, *usual), ModelMatch::site};
  }
  const ModelFamily* fallback = default_family(catalog, nullptr);
  if (fallback == nullptr) return {};
  return {nullptr, assumed_model(wanted, *fallback), ModelMatch::none};
}

}  // namespace gramme
