// Build tool: packs the vocabulary of another program into a vocabulary file.
// usage: gramme_pack INPUT OUTPUT.gvoc [--pattern NAME] [--base FILE.gvoc]
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "importers/import.hpp"
#include "importers/pack_vocabulary.hpp"
#include "tokens/vocabulary.hpp"

namespace {

std::string read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

int report(const std::string& file, const gramme::Error& error) {
  std::cerr << file << ": " << gramme::name_of(error.code) << " at " << error.path << ": "
            << error.message << "\n";
  return 1;
}

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

using Options = std::map<std::string, std::string>;

int pack(const std::string& input, const std::string& output, const Options& options) {
  const auto option = [&](const char* name) {
    const auto found = options.find(name);
    return found == options.end() ? std::string{} : found->second;
  };
  std::shared_ptr<const gramme::Vocabulary> base;
  if (!option("--base").empty()) {
    const auto loaded = gramme::load_vocabulary(bytes_of(read_file(option("--base"))));
    if (!loaded) return report(option("--base"), loaded.error());
    base = *loaded;
  }
  const auto ranked = gramme::importers::import_vocabulary(read_file(input), option("--pattern"));
  if (!ranked) return report(input, ranked.error());
  const auto packed = gramme::importers::pack_vocabulary(*ranked, base.get());
  if (!packed) return report(input, packed.error());
  const auto loaded = gramme::load_vocabulary(*packed, base.get());
  if (!loaded) return report(output, loaded.error());
  std::ofstream stream(output, std::ios::binary);
  stream.write(reinterpret_cast<const char*>(packed->data()),
               static_cast<std::streamsize>(packed->size()));
  std::cout << (*loaded)->size() << "\n";
  return stream.good() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3 || count % 2 == 0) {
    std::cerr << "usage: gramme_pack INPUT OUTPUT.gvoc [--pattern NAME] [--base FILE.gvoc]\n";
    return 2;
  }
  Options options;
  for (int i = 3; i + 1 < count; i += 2) options[arguments[i]] = arguments[i + 1];
  return pack(arguments[1], arguments[2], options);
}
