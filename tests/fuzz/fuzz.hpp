#pragma once

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/tokens.hpp"

namespace gramme::fuzz {

/// Stops the run; libFuzzer keeps the input.
inline void require(bool holds) {
  if (!holds) std::abort();
}

/// The input copied into a buffer of its exact size, so that reading beyond it is seen.
inline std::vector<char> exact_copy(const std::uint8_t* data, std::size_t size) {
  std::vector<char> copy(data, data + size);
  copy.shrink_to_fit();
  return copy;
}

inline std::shared_ptr<const Vocabulary> load(const std::string& name) {
  std::ifstream stream(std::string(GRAMME_VOCABULARY_DIR) + "/" + name + ".gvoc", std::ios::binary);
  const std::vector<std::uint8_t> file(std::istreambuf_iterator<char>(stream), {});
  auto vocabulary = load_vocabulary(file);
  require(static_cast<bool>(vocabulary));
  return *vocabulary;
}

/// The encodings whose patterns differ most.
inline const std::vector<std::shared_ptr<const Vocabulary>>& vocabularies() {
  static const std::vector loaded{load("o200k_base"), load("cl100k_base")};
  return loaded;
}

}  // namespace gramme::fuzz
