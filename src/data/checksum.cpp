#include "gramme/checksum.hpp"

namespace gramme {

namespace {

[[gnu::noinline]] std::uint64_t sum_of_part(std::span<const std::uint8_t> bytes,
                                            std::uint64_t sum) {
  constexpr std::uint64_t kPrime = 0x100000001B3ULL;
  for (const std::uint8_t byte : bytes) sum = (sum ^ byte) * kPrime;
  return sum;
}

}  // namespace

/// In parts, for engines that compile while running.
std::uint64_t fnv1a(std::span<const std::uint8_t> bytes, std::uint64_t before) {
  constexpr std::size_t kPart = 1U << 14;
  std::uint64_t sum = before;
  for (; bytes.size() > kPart; bytes = bytes.subspan(kPart)) {
    sum = sum_of_part(bytes.first(kPart), sum);
  }
  return sum_of_part(bytes, sum);
}

std::uint64_t fnv1a(std::string_view text) {
  return fnv1a({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

}  // namespace gramme
