// What estimators count in texts: one JSON text per line in, one JSON record per line out.
// usage: gramme_features O200K_VOCABULARY_FILE
#include <fstream>
#include <iostream>
#include <sstream>

#include "catalog/estimator_names.hpp"
#include "json/json.hpp"
#include "tokens/text_features.hpp"

namespace {

gramme::Record to_record(const gramme::tokens::FeatureCounts& counts) {
  gramme::Record record;
  const auto add = [&](std::string_view name) {
    record.push_back({std::string(name), static_cast<double>(counts[record.size()])});
  };
  for (const std::string_view name : gramme::kClassNames) add(name);
  for (const std::string_view name : gramme::kFeatureNames) add(name);
  return record;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: gramme_features O200K_VOCABULARY_FILE\n";
    return 2;
  }
  std::ifstream stream(arguments[1], std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  const std::string file = bytes.str();
  const auto* data = reinterpret_cast<const std::uint8_t*>(file.data());
  const auto vocabulary = gramme::load_vocabulary({data, file.size()});
  if (!vocabulary) {
    std::cerr << "gramme_features: " << vocabulary.error().message << "\n";
    return 2;
  }
  std::string line;
  while (std::getline(std::cin, line)) {
    const gramme::Result<gramme::Value> text = gramme::parse_json(line);
    if (!text || text->text() == nullptr) return 1;
    const auto counts = gramme::tokens::count_features(**vocabulary, *text->text());
    std::cout << gramme::write_json(gramme::Value{to_record(counts)}) << "\n";
  }
  return 0;
}
