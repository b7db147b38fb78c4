#include <algorithm>

#include "catalog/lower_case.hpp"
#include "gramme/catalog.hpp"

namespace gramme {

namespace {

/// The operator's own name of a cloud region: what stands behind the first dash of its id.
std::string_view own_name(std::string_view id) {
  const std::size_t dash = id.find('-');
  return dash == std::string_view::npos ? id : id.substr(dash + 1);
}

const CloudRegion* find_cloud_region(const Catalog& catalog, std::string_view name) {
  const CloudRegion* only = nullptr;
  for (const CloudRegion& entry : catalog.cloud_regions) {
    if (entry.id == name) return &entry;
    if (own_name(entry.id) != name) continue;
    // The name of two operators' regions means neither.
    if (only != nullptr) return find_by_id(catalog.cloud_regions, name);
    only = &entry;
  }
  return only;
}

/// By its name in English, such as "france".
const Region* find_by_name(const Catalog& catalog, std::string_view lower_name) {
  const auto found =
      std::find_if(catalog.regions.begin(), catalog.regions.end(),
                   [&](const Region& region) { return lower_case(region.name) == lower_name; });
  return found == catalog.regions.end() ? nullptr : &*found;
}

}  // namespace

const Region* find_region(const Catalog& catalog, std::string_view id) {
  const std::span<const NamedEntry> found = find_named(catalog.index.regions, id);
  return found.empty() ? nullptr : &catalog.regions[found.front().position];
}

NamedRegion find_named_region(const Catalog& catalog, std::string_view name) {
  const Region* region = find_region(catalog, name);
  if (region != nullptr) return {region, nullptr};
  std::string wanted = lower_case(name);
  region = find_region(catalog, wanted);
  if (region != nullptr) return {region, nullptr};
  region = find_by_name(catalog, wanted);
  if (region != nullptr) return {region, nullptr};
  std::replace(wanted.begin(), wanted.end(), ':', '-');
  const CloudRegion* cloud = find_cloud_region(catalog, wanted);
  if (cloud == nullptr) return {};
  return {find_region(catalog, cloud->region), cloud};
}

}  // namespace gramme
