// Any file of use: logs, usage exports, tables, exports of chats, analytics in YAML or JSON. It is
// read without harm, and comes to the same wherever its parts were cut. The first byte says how
// they are.
#include "usage_read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using gramme::fuzz::read_in_parts;
  if (size == 0) return 0;
  const std::vector<char> bytes = gramme::fuzz::exact_copy(data + 1, size - 1);
  const std::string_view text(bytes.data(), bytes.size());
  const std::string whole = read_in_parts(text, [&] { return text.size(); });
  constexpr std::uint32_t kLongestPart = 64;
  std::uint32_t state = data[0];
  const std::string cut = read_in_parts(text, [&] {
    state = state * 1664525 + 1013904223;
    return 1 + (state >> 16) % (1 + data[0] % kLongestPart);
  });
  gramme::fuzz::require(whole == cut);
  return 0;
}
