#pragma once

#include "gramme/decision.hpp"

namespace gramme {

/// What is noted while entries are weighed, each thing once.
struct WeighingNotes {
  std::string region;
  std::vector<Warning> warnings;
  std::vector<Source> sources;

  void warn(const Warning& warning);
  void add(const Source& source);
};

/// Energy and carbon of one file of the entry, by measurement or by its profile.
/// Errors: as for decide().
[[nodiscard]] Result<WeighedEntry> weigh_entry(const Catalog& catalog, const DecisionMatrix& matrix,
                                               const ServiceEntry& entry, WeighingNotes& notes);

}  // namespace gramme
