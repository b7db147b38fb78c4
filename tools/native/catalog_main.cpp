// Build tool: reads config/*.yaml, validates it with the core's own loader and writes it as one
// packed document inside a C++ source, and config/local/*.yaml as another, for the full module.
// usage: gramme_catalog CONFIG_DIR OUTPUT.cpp LOCAL_OUTPUT.cpp
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <utility>
#include <vector>

#include "catalog/cpu_table.hpp"
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

/// A document and the name of the function that gives it.
struct Packed {
  std::string_view function;
  std::string bytes;
};

void write_function(std::ostream& out, const Packed& document) {
  const std::string& packed = document.bytes;
  out << "std::string " << document.function << "() {\n  std::string out;\n";
  for (std::size_t begin = 0; begin < packed.size(); begin += kPieceBytes) {
    const std::string_view piece = std::string_view(packed).substr(begin, kPieceBytes);
    out << "  out.append(\"" << escaped(piece) << "\", " << piece.size() << ");\n";
  }
  out << "  return out;\n}\n\n";
}

void write_source(const fs::path& output, const std::vector<Packed>& documents) {
  std::ofstream out(output, std::ios::binary);
  out << "// Written by tools/native/catalog_main.cpp from config/*.yaml.\n"
      << "#include \"catalog/shipped_document.hpp\"\n\nnamespace gramme {\n\n";
  for (const Packed& document : documents) write_function(out, document);
  out << "}  // namespace gramme\n";
}

/// The encodings are a document of their own: who only counts needs nothing else.
std::vector<Packed> parted(const gramme::Value& document) {
  gramme::Record encodings;
  gramme::Record sections;
  for (const gramme::Member& member : *document.record()) {
    (member.key == "encodings" ? encodings : sections).push_back(member);
  }
  return {{"shipped_sections", gramme::pack(gramme::Value{std::move(sections)})},
          {"shipped_encoding_section", gramme::pack(gramme::Value{std::move(encodings)})}};
}

/// The sections of all YAML files of a folder, in the order of the files' names.
gramme::Result<gramme::Value> read_folder(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  gramme::Record document;
  for (const fs::path& file : files) {
    gramme::Result<gramme::Value> section = read_config(file);
    if (!section) return gramme::fail(section.error().code, file.string(), section.error().message);
    if (section->record() == nullptr) continue;
    for (gramme::Member& member : *section->record()) document.push_back(std::move(member));
  }
  return gramme::Value{std::move(document)};
}

int write_catalog(const fs::path& folder, const fs::path& output) {
  const gramme::Result<gramme::Value> document = read_folder(folder);
  if (!document) return report(folder, document.error());
  const gramme::Result<gramme::Catalog> catalog = gramme::load_catalog(*document);
  if (!catalog) return report(folder, catalog.error());
  if (const gramme::Problem problem = gramme::check_methods(*catalog)) {
    return report(folder, *problem);
  }
  write_source(output, parted(*document));
  std::cout << "catalog: " << catalog->models.size() << " models, " << catalog->regions.size()
            << " regions, " << catalog->providers.size() << " providers\n";
  return 0;
}

int write_cpus(const fs::path& folder, const fs::path& output) {
  const gramme::Result<gramme::Value> document = read_folder(folder);
  if (!document) return report(folder, document.error());
  const auto groups = gramme::load_cpus(*document);
  if (!groups) return report(folder, groups.error());
  write_source(output, {{"shipped_cpu_document", gramme::pack(*document)}});
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: gramme_catalog CONFIG_DIR OUTPUT.cpp LOCAL_OUTPUT.cpp\n";
    return 2;
  }
  const fs::path folder = arguments[1];
  const int status = write_catalog(folder, arguments[2]);
  return status == 0 ? write_cpus(folder / "local", arguments[3]) : status;
}
