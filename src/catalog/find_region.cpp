#include "catalog/lower_case.hpp"
#include "gramme/catalog.hpp"

namespace gramme {

const Region* find_region(const Catalog& catalog, std::string_view name) {
  const Region* found = find_by_id(catalog.regions, name);
  return found != nullptr ? found : find_by_id(catalog.regions, lower_case(name));
}

}  // namespace gramme
