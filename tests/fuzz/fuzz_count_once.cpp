// Any text, and any vocabulary file: with a real one a text counts what it counts with the tables
// made; a damaged one is refused, or counts no more tokens than the text has bytes.
#include <algorithm>

#include "fuzz.hpp"
#include "tokens/count_once.hpp"
#include "tokens/small_vocabulary.hpp"
#include "tokens/utf8.hpp"

namespace {

using gramme::fuzz::require;

constexpr std::size_t kTextBytes = 64;

std::vector<std::uint8_t> file_of(const std::string& name) {
  std::ifstream stream(std::string(GRAMME_VOCABULARY_DIR) + "/" + name + ".gvoc", std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void count_with_real_file(std::string_view text) {
  static const std::vector<std::uint8_t> file = file_of("cl100k_base");
  static const auto vocabulary = gramme::load_vocabulary(file).value();
  const auto once = gramme::tokens::count_once(file, text);
  require(once && *once == gramme::count_tokens(*vocabulary, text));
}

/// The first bytes are the text, the others the file.
void count_with_any_file(const std::uint8_t* data, std::size_t size) {
  const std::size_t text_bytes = std::min(size, kTextBytes);
  const std::vector<char> bytes = gramme::fuzz::exact_copy(data, text_bytes);
  const std::string_view text(bytes.data(), bytes.size());
  gramme::test::FileBytes file(data + text_bytes, data + size);
  if (file.size() >= gramme::test::kHeaderSize) gramme::test::seal(file);
  const auto once = gramme::tokens::count_once(file, text);
  if (gramme::load_vocabulary(file)) require(static_cast<bool>(once));
  if (!once) {
    require(once.error().code == gramme::ErrorCode::vocabulary_corrupt ||
            once.error().code == gramme::ErrorCode::vocabulary_missing);
    return;
  }
  // Only loading finds a token that occurs twice, or one that is made of an unused id.
  require(*once <= gramme::tokens::WellFormedText(text).view().size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  // A real file is read in milliseconds: most runs are for damaged ones.
  constexpr std::uint8_t kRealShare = 16;
  if (data[0] % kRealShare != 0) {
    count_with_any_file(data + 1, size - 1);
    return 0;
  }
  const std::vector<char> bytes = gramme::fuzz::exact_copy(data + 1, size - 1);
  count_with_real_file({bytes.data(), bytes.size()});
  return 0;
}
