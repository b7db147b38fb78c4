#include "api/call.hpp"

namespace gramme {

Core make_core() { return Core{&shipped_catalog(), {}}; }

}  // namespace gramme
