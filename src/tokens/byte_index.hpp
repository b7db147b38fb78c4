#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tokens/hash.hpp"
#include "tokens/id_limits.hpp"

namespace gramme::tokens {

/// Finds a token by its bytes. A slot holds where the bytes stand and how many they are, and bits
/// of their hash, so that a look-up touches two places in memory, and a miss one.
class ByteIndex {
 public:
  /// No more bytes of all tokens together can be pointed at.
  static constexpr std::size_t kMaxBytes = std::size_t{1} << 24;

  ByteIndex() = default;
  explicit ByteIndex(std::size_t tokens)
      : slots_bits_(bits_for(tokens)), slots_(std::size_t{1} << slots_bits_, kEmpty) {}

  /// The token of these bytes in `all`; kNoToken if none.
  [[nodiscard]] std::uint32_t find(const char* all, std::string_view bytes) const {
    const std::uint64_t hash = hash_bytes(bytes);
    const std::uint64_t sought = mark_of(hash, bytes.size());
    for (std::size_t at = slot_of(hash); slots_[at] != kEmpty; at = next(at)) {
      const std::uint64_t slot = slots_[at];
      if (slot >> kMarkShift != sought) continue;
      if (are_same_bytes({all + place_of(slot), bytes.size()}, bytes)) return id_of(slot);
    }
    return kNoToken;
  }

  /// Adds the token of the bytes at this place in `all`, unless one has the same; false if so.
  [[nodiscard]] bool insert(const char* all, std::uint32_t place, std::size_t size,
                            std::uint32_t id) {
    const std::uint64_t hash = hash_bytes({all + place, size});
    const std::uint64_t mark = mark_of(hash, size);
    std::size_t at = slot_of(hash);
    for (; slots_[at] != kEmpty; at = next(at)) {
      const bool is_alike = slots_[at] >> kMarkShift == mark;
      if (is_alike && are_same_bytes({all + place_of(slots_[at]), size}, {all + place, size})) {
        return false;
      }
    }
    slots_[at] = mark << kMarkShift | std::uint64_t{place} << kIdBits | id;
    return true;
  }

 private:
  // From the top: 14 bits of the hash, 8 of the size, 24 of the place, 18 of the id.
  static constexpr unsigned kMarkShift = 24 + kIdBits;
  static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};

  [[nodiscard]] static std::uint32_t id_of(std::uint64_t slot) {
    return static_cast<std::uint32_t>(slot) & ((1U << kIdBits) - 1);
  }
  [[nodiscard]] static std::size_t place_of(std::uint64_t slot) {
    return static_cast<std::size_t>(slot >> kIdBits & (kMaxBytes - 1));
  }
  /// Low bits of the hash, which do not choose the slot, and the size.
  [[nodiscard]] static std::uint64_t mark_of(std::uint64_t hash, std::size_t size) {
    return (hash >> 8 & 0x3FFF) << 8 | size;
  }
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash >> (64 - slots_bits_));
  }
  [[nodiscard]] std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }

  unsigned slots_bits_ = 1;
  std::vector<std::uint64_t> slots_{kEmpty, kEmpty};
};

}  // namespace gramme::tokens
