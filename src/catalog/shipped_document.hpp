#pragma once

#include <string>

#include "data/value.hpp"

namespace gramme {

/// config/*.yaml as one document.
[[nodiscard]] Value shipped_document();

// Written at build time by tools/native/catalog_main.cpp, packed: that document without its
// encodings, these alone, and config/local/*.yaml, which only the full module knows.
[[nodiscard]] std::string shipped_sections();
[[nodiscard]] std::string shipped_encoding_section();
[[nodiscard]] std::string shipped_cpu_document();

}  // namespace gramme
