#pragma once

#include <memory>
#include <string>

#include "gramme/tokens.hpp"
#include "support.hpp"

namespace gramme::test {

/// The bytes of a packed vocabulary of the build.
inline std::vector<std::uint8_t> vocabulary_file(const std::string& name) {
  return read_file(std::string(GRAMME_VOCABULARY_DIR) + "/" + name + ".gvoc");
}

inline std::shared_ptr<const Vocabulary> load_or_die(const std::string& name) {
  return load_vocabulary(vocabulary_file(name)).value();
}

inline const Vocabulary& o200k() {
  static const std::shared_ptr<const Vocabulary> vocabulary = load_or_die("o200k_base");
  return *vocabulary;
}

inline const Vocabulary& cl100k() {
  static const std::shared_ptr<const Vocabulary> vocabulary = load_or_die("cl100k_base");
  return *vocabulary;
}

}  // namespace gramme::test
