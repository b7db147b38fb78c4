#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gramme {

/// A name in the form in which names are compared, and the position of the entry that has it.
struct NamedEntry {
  std::string name;
  std::size_t position = 0;
};

/// What is worked out of the entries once, so that an estimate reads none but its own.
struct CatalogIndex {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  struct Accelerators {
    std::size_t likeliest = kNone;
    std::size_t best = kNone;
    std::size_t worst = kNone;
  };

  /// Ids and aliases of models, sorted.
  std::vector<NamedEntry> model_names;
  /// What the pickers of pages write for models, sorted.
  std::vector<NamedEntry> page_labels;
  /// Of each model, or kNone.
  std::vector<std::size_t> architecture_of_model;
  /// Of each family, in the form in which names are compared.
  std::vector<std::string> family_prefixes;
  /// Of each serving class.
  std::vector<Accelerators> serving;
  /// Regions by id, sorted.
  std::vector<NamedEntry> regions;
};

}  // namespace gramme
