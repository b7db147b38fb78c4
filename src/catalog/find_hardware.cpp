#include <algorithm>

#include "catalog/lower_case.hpp"
#include "gramme/catalog.hpp"

namespace gramme {

std::string lower_case(std::string_view name) {
  std::string out(name);
  for (char& letter : out) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return out;
}

const Accelerator* find_accelerator(const Catalog& catalog, std::string_view name) {
  const std::string wanted = lower_case(name);
  const auto fits = [&](const std::string& known) { return lower_case(known) == wanted; };
  for (const Accelerator& entry : catalog.accelerators) {
    if (entry.id == wanted || fits(entry.name)) return &entry;
    if (std::any_of(entry.aliases.begin(), entry.aliases.end(), fits)) return &entry;
  }
  return nullptr;
}

const ModelArchitecture* find_architecture(const Catalog& catalog, std::string_view model_name) {
  // Without a slash npos + 1 is 0: the whole name.
  const std::string wanted = lower_case(model_name.substr(model_name.rfind('/') + 1));
  const ModelArchitecture* best = nullptr;
  std::size_t longest = 0;
  for (const ModelArchitecture& entry : catalog.architectures) {
    for (const std::string& prefix : entry.prefixes) {
      if (prefix.size() <= longest || wanted.compare(0, prefix.size(), prefix) != 0) continue;
      best = &entry;
      longest = prefix.size();
    }
  }
  return best;
}

}  // namespace gramme
