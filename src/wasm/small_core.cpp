// The module of pages and of the extension: counts, estimates, records.
#include "wasm/door.hpp"

gramme::Core gramme::door::make() { return make_core(); }
