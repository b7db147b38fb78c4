#include "methods/model_tag.hpp"

#include <array>
#include <utility>

namespace gramme {

namespace {

constexpr std::string_view kLatest = ":latest";

/// What Ollama runs, and MELODI measured, under names without a size.
constexpr std::array kUsualTags{std::pair{std::string_view("codellama"), ":7b"},
                                std::pair{std::string_view("llama3"), ":8b"}};

}  // namespace

std::string model_tag(std::string_view name) {
  std::string tag(name);
  for (char& letter : tag) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  if (tag.ends_with(kLatest)) tag.resize(tag.size() - kLatest.size());
  for (const auto& [usual, size] : kUsualTags) {
    if (tag == usual) return tag + size;
  }
  return tag;
}

}  // namespace gramme
