#pragma once

#include <string>

namespace gramme {

/// config/*.yaml as one packed document, written at build time by tools/native/catalog_main.cpp.
[[nodiscard]] std::string shipped_document();

/// config/local/*.yaml in the same form: what only the full module knows.
[[nodiscard]] std::string shipped_cpu_document();

}  // namespace gramme
