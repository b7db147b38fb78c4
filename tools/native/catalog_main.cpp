// Build tool: reads config/*.yaml, validates it with the core's own loader and writes it as one
// packed document inside a C++ source.  usage: gramme_catalog CONFIG_DIR OUTPUT.cpp
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "catalog/load_catalog.hpp"
#include "data/packed.hpp"
#include "methods/method.hpp"
#include "yaml/yaml.hpp"

namespace {

namespace fs = std::filesystem;

/// Compilers limit the length of one literal (MSVC: 16 KB): the text is cut into pieces.
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

/// The bytes as the text of a C++ literal; octal, because hexadecimal escapes never end.
std::string escaped(std::string_view bytes) {
  std::string out;
  for (const char letter : bytes) {
    const auto code = static_cast<unsigned char>(letter);
    const bool is_plain =
        code >= ' ' && code < 127 && letter != '"' && letter != '\\' && letter != '?';
    if (is_plain) {
      out += letter;
      continue;
    }
    out += '\\';
    for (const int shift : {6, 3, 0}) out += static_cast<char>('0' + ((code >> shift) & 7));
  }
  return out;
}

void write_source(const fs::path& output, const std::string& packed) {
  std::ofstream out(output, std::ios::binary);
  out << "// Written by tools/native/catalog_main.cpp from config/*.yaml.\n"
      << "#include \"catalog/shipped_document.hpp\"\n\nnamespace gramme {\n\n"
      << "std::string shipped_document() {\n  std::string out;\n";
  for (std::size_t begin = 0; begin < packed.size(); begin += kPieceBytes) {
    const std::string_view piece = std::string_view(packed).substr(begin, kPieceBytes);
    out << "  out.append(\"" << escaped(piece) << "\", " << piece.size() << ");\n";
  }
  out << "  return out;\n}\n\n}  // namespace gramme\n";
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
  write_source(arguments[2], gramme::pack(whole));
  std::cout << "catalog: " << catalog->models.size() << " models, " << catalog->regions.size()
            << " regions, " << catalog->providers.size() << " providers\n";
  return 0;
}
