// Any bytes: what is encoded decodes to the well-formed text, and every way to count agrees.
#include "fuzz.hpp"
#include "tokens/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using gramme::fuzz::require;
  const std::vector<char> bytes = gramme::fuzz::exact_copy(data, size);
  const std::string_view text(bytes.data(), bytes.size());
  const gramme::tokens::WellFormedText well_formed(text);
  for (const auto& vocabulary : gramme::fuzz::vocabularies()) {
    const std::vector<std::uint32_t> ids = gramme::encode(*vocabulary, text);
    require(gramme::count_tokens(*vocabulary, text) == ids.size());
    // Its cache holds pieces of earlier inputs.
    static std::vector<gramme::TokenCounter> counters = [] {
      std::vector<gramme::TokenCounter> made;
      for (const auto& each : gramme::fuzz::vocabularies()) made.emplace_back(each);
      return made;
    }();
    const bool is_first = vocabulary == gramme::fuzz::vocabularies().front();
    require(counters[is_first ? 0 : 1].count(text) == ids.size());
    const gramme::Result<std::string> decoded = gramme::decode(*vocabulary, ids);
    require(static_cast<bool>(decoded) && *decoded == well_formed.view());
  }
  return 0;
}
