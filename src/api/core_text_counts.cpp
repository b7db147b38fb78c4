#include "api/core_text_counts.hpp"

#include "api/counting.hpp"

namespace gramme {

std::string CoreTextCounts::missing_vocabulary(std::string_view platform, std::string_view model) {
  const Encoding* const encoding = encoding_of(platform, model);
  if (encoding == nullptr) return {};
  return core_.counters.count(encoding->vocabulary) == 0 ? encoding->vocabulary : std::string{};
}

Range CoreTextCounts::count(std::string_view platform, std::string_view model,
                            std::string_view text) {
  const Encoding* const encoding = encoding_of(platform, model);
  if (encoding == nullptr) return {};
  return count_with(*encoding, *core_.counters.find(encoding->vocabulary)->second, text);
}

const Encoding* CoreTextCounts::encoding_of(std::string_view platform, std::string_view model) {
  std::string key = std::string(platform) + "\n" + std::string(model);
  const auto known = encodings_.find(key);
  if (known != encodings_.end()) return known->second;
  const ResolvedModel resolved = resolve_model(*core_.catalog, model, platform);
  const Encoding* const encoding = find_by_id(core_.catalog.encodings(), resolved.model().encoding);
  // Names come from files: so many may come.
  constexpr std::size_t kMostNames = 4096;
  if (encodings_.size() < kMostNames) encodings_.emplace(std::move(key), encoding);
  return encoding;
}

}  // namespace gramme
