#include "tokens/char_index.hpp"

#include <algorithm>

#include "tokens/utf8.hpp"

namespace gramme::tokens {
namespace {

[[nodiscard]] bool ends_within_character(std::string_view bytes) {
  const std::size_t last = bytes.size() - 1;
  for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 4); ++i) {
    if (is_continuation(bytes[last - i])) continue;
    return size_of_character(bytes[last - i]) > i + 1;
  }
  return false;
}

}  // namespace

void CharIndex::add_character(std::string_view bytes, std::uint32_t id) {
  if (well_formed_prefix(bytes) != bytes.size()) return;
  const CodePoint code_point = decode_well_formed(bytes.data());
  if (code_point.size == bytes.size()) ids_[code_point.value] = id;
}

void CharIndex::add_merge(std::string_view left, std::string_view right) {
  if (is_continuation(right.front())) return;
  const bool is_crossing =
      is_continuation(left.front()) || ends_within_character(left) || ends_within_character(right);
  if (is_crossing) is_crossed_[border_of(left.back(), right.front())] = 1;
}

}  // namespace gramme::tokens
