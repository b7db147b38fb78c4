#include "api/call.hpp"

namespace gramme {

Core make_core() {
  Core core;
  core.catalog = &shipped_catalog();
  return core;
}

}  // namespace gramme
