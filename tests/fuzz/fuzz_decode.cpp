// Any ids: decoding answers with a text or names the first id that does not exist.
#include <cstring>

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using gramme::fuzz::require;
  std::vector<std::uint32_t> ids(size / sizeof(std::uint32_t));
  if (!ids.empty()) std::memcpy(ids.data(), data, ids.size() * sizeof(std::uint32_t));
  // Most random numbers are no ids: all but every eighth are brought near the range.
  constexpr std::uint32_t kNearIds = 200'100;
  for (std::uint32_t& id : ids) id = id % 8 == 0 ? id : id % kNearIds;
  for (const auto& vocabulary : gramme::fuzz::vocabularies()) {
    const gramme::Result<std::string> text = gramme::decode(*vocabulary, ids);
    if (!text) {
      require(text.error().code == gramme::ErrorCode::out_of_range);
      continue;
    }
    // Other ids may make the same text, but never fewer bytes than tokens.
    require(text->size() >= ids.size());
    (void)gramme::encode(*vocabulary, *text);
  }
  return 0;
}
