// Build tool: reads config/*.yaml, validates it with the core's own loader and writes it as one
// JSON document inside a C++ source.  usage: gramme_catalog CONFIG_DIR OUTPUT.cpp
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "catalog/load_catalog.hpp"
#include "json/json.hpp"
#include "methods/method.hpp"
#include "yaml/yaml.hpp"

namespace {

namespace fs = std::filesystem;

/// MSVC limits one literal to 16 KB and others warn far above it: the text is cut into pieces.
constexpr std::size_t kPieceBytes = 8000;

gramme::Result<gramme::Value> read_config(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return gramme::parse_yaml(text.str());
}

int report(const fs::path& where, const gramme::Error& error) {
  std::cerr << where.string() << ": " << gramme::name_of(error.code) << " at " << error.path << ": "
            << error.message << "\n";
  return 1;
}

void write_source(const fs::path& output, const std::string& json) {
  std::ofstream out(output, std::ios::binary);
  out << "// Written by tools/native/catalog_main.cpp from config/*.yaml.\n"
      << "#include \"catalog/shipped_document.hpp\"\n\nnamespace gramme {\n\n"
      << "std::string_view shipped_document() {\n  return";
  for (std::size_t begin = 0; begin < json.size(); begin += kPieceBytes) {
    out << "\n      R\"catalog(" << json.substr(begin, kPieceBytes) << ")catalog\"";
  }
  out << ";\n}\n\n}  // namespace gramme\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: gramme_catalog CONFIG_DIR OUTPUT.cpp\n";
    return 2;
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(arguments[1])) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  gramme::Record document;
  for (const fs::path& file : files) {
    gramme::Result<gramme::Value> section = read_config(file);
    if (!section) return report(file, section.error());
    if (section->record() == nullptr) continue;
    for (gramme::Member& member : *section->record()) document.push_back(std::move(member));
  }
  const gramme::Value whole{std::move(document)};
  const gramme::Result<gramme::Catalog> catalog = gramme::load_catalog(whole);
  if (!catalog) return report(arguments[1], catalog.error());
  if (const gramme::Problem problem = gramme::check_methods(*catalog)) {
    return report(arguments[1], *problem);
  }
  write_source(arguments[2], gramme::write_json(whole));
  std::cout << "catalog: " << catalog->models.size() << " models, " << catalog->regions.size()
            << " regions, " << catalog->providers.size() << " providers\n";
  return 0;
}
