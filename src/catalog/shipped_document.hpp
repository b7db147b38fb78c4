#pragma once

#include <string_view>

namespace gramme {

/// config/*.yaml as one JSON document, written at build time by tools/native/catalog_main.cpp.
[[nodiscard]] std::string_view shipped_document();

}  // namespace gramme
