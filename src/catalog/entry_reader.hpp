#pragma once

#include <string>
#include <vector>

#include "data/fields.hpp"
#include "gramme/catalog.hpp"

namespace gramme {

/// Reads `source` and `as_of`; both are required of every entry.
[[nodiscard]] Source read_source(Fields& fields);

/// Reads an id: lower-case letters, digits, dash, dot or underscore, at most 64.
[[nodiscard]] std::string read_id(Fields& fields);

/// Reads total_parameters_billion and active_parameters_billion.
[[nodiscard]] Parameters read_parameters(Fields& fields);

/// Reads the list of that key with one reader per entry; ids must be unique.
template <typename Entry, typename ReadEntry>
[[nodiscard]] std::vector<Entry> read_entries(Fields& document, std::string_view key,
                                              ReadEntry read_entry) {
  std::vector<Entry> out;
  const List* items = document.list(key);
  if (items == nullptr) return out;
  const Path list_path{nullptr, key, -1};
  for (std::size_t i = 0; i < items->size(); ++i) {
    const Path path{&list_path, {}, static_cast<int>(i)};
    Entry entry = read_entry((*items)[i], path, document.reading());
    if (document.reading().problem) return out;
    if (find_by_id(out, entry.id) != nullptr) {
      document.reading().report(ErrorCode::duplicate_id, path, "the id " + entry.id + " is taken");
      return out;
    }
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace gramme
