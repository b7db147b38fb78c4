#pragma once

#include <algorithm>
#include <filesystem>

#include "catalog/load_catalog.hpp"
#include "methods/method.hpp"
#include "support.hpp"
#include "yaml/yaml.hpp"

namespace gramme::test {

/// The whole text of a file.
inline std::string read_text(const std::filesystem::path& path) {
  const std::vector<std::uint8_t> bytes = read_file(path.string());
  return {bytes.begin(), bytes.end()};
}

/// The YAML files of a folder, in order of their names.
inline std::vector<std::filesystem::path> yaml_files(const std::string& folder) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// What the build does with a document: the catalog's rules, then those of its methods.
inline Problem check_config(const Value& document) {
  const Result<Catalog> catalog = load_catalog(document);
  return catalog ? check_methods(*catalog) : Problem{catalog.error()};
}

}  // namespace gramme::test
