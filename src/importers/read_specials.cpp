#include "importers/read_specials.hpp"

namespace gramme::importers {

void read_specials(const List* entries, const SpecialNames& names, Reading& reading,
                   RankedTokens& out) {
  if (entries == nullptr) return;
  const Path list_path{nullptr, names.list, -1};
  for (std::size_t i = 0; i < entries->size() && !reading.problem; ++i) {
    const Path path{&list_path, {}, static_cast<int>(i)};
    Fields fields((*entries)[i], path, reading);
    const auto id = static_cast<std::uint32_t>(fields.number(names.id, kIdBounds));
    out.specials.push_back({fields.text(names.text), id});
  }
}

}  // namespace gramme::importers
