#pragma once

#include <string>

namespace gramme {

/// config/*.yaml as one packed document, written at build time by tools/native/catalog_main.cpp.
[[nodiscard]] std::string shipped_document();

}  // namespace gramme
