#include "importers/byte_letters.hpp"

#include <array>
#include <cstdint>

#include "tokens/utf8.hpp"

namespace gramme::importers {
namespace {

constexpr std::uint32_t kFirstStandIn = 0x100;

[[nodiscard]] constexpr bool is_itself(std::uint32_t byte) {
  return (byte >= '!' && byte <= '~') || (byte >= 0xA1 && byte != 0xAD);
}

/// The bytes that are not written as themselves, in order.
constexpr auto kStandIns = [] {
  std::array<std::uint8_t, 68> bytes{};
  std::size_t count = 0;
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    if (!is_itself(byte)) bytes[count++] = static_cast<std::uint8_t>(byte);
  }
  return bytes;
}();

}  // namespace

std::optional<std::string> bytes_of_letters(std::string_view letters) {
  std::string bytes;
  for (std::size_t at = 0; at < letters.size();) {
    const tokens::CodePoint letter = tokens::decode_well_formed(letters.data() + at);
    at += letter.size;
    if (letter.value < kFirstStandIn && is_itself(letter.value)) {
      bytes += static_cast<char>(letter.value);
      continue;
    }
    const std::uint32_t place = letter.value - kFirstStandIn;
    if (place >= kStandIns.size()) return std::nullopt;
    bytes += static_cast<char>(kStandIns[place]);
  }
  return bytes;
}

}  // namespace gramme::importers
