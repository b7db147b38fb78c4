#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace gramme {

inline constexpr std::uint64_t kChecksumStart = 0xCBF29CE484222325ULL;

/// FNV-1a of 64 bits (Fowler, Noll and Vo, 1991): finds damage, not forgery. Give it the sum of
/// what came before to go on.
[[nodiscard]] std::uint64_t fnv1a(std::span<const std::uint8_t> bytes,
                                  std::uint64_t before = kChecksumStart);

[[nodiscard]] std::uint64_t fnv1a(std::string_view text);

}  // namespace gramme
