#include "api/call.hpp"

namespace gramme {

Core make_core() { return Core(CatalogInUse({&shipped_catalog, &shipped_encodings})); }

}  // namespace gramme
