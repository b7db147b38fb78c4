#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tokens/hash.hpp"
#include "tokens/hash_filter.hpp"
#include "tokens/id_limits.hpp"

namespace gramme::tokens {

/// Which token two tokens merge into. A slot holds the pair beside the answer, so that a look-up
/// touches one place in memory; most absent pairs are told by a small filter.
class PairIndex {
 public:
  PairIndex() : PairIndex(0) {}
  explicit PairIndex(std::size_t pairs)
      : slots_bits_(bits_for(pairs)), slots_(std::size_t{1} << slots_bits_, kEmpty) {}

  /// Adds a pair unless it is there; false if so.
  [[nodiscard]] bool insert(std::uint32_t left, std::uint32_t right, std::uint32_t id) {
    const std::uint64_t hash = hash_pair(left, right);
    const std::uint64_t key = key_of_pair(left, right);
    std::size_t at = slot_of(hash);
    for (; slots_[at] != kEmpty; at = next(at)) {
      if (slots_[at] >> kIdBits == key) return false;
    }
    slots_[at] = key << kIdBits | id;
    filter_.insert(hash);
    return true;
  }

  /// The token, or kNoToken.
  [[nodiscard]] std::uint32_t find(std::uint32_t left, std::uint32_t right) const {
    const std::uint64_t hash = hash_pair(left, right);
    if (!filter_.may_contain(hash)) return kNoToken;
    const std::uint64_t key = key_of_pair(left, right);
    for (std::size_t at = slot_of(hash); slots_[at] != kEmpty; at = next(at)) {
      if (slots_[at] >> kIdBits == key) {
        return static_cast<std::uint32_t>(slots_[at]) & ((1U << kIdBits) - 1);
      }
    }
    return kNoToken;
  }

 private:
  static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};

  [[nodiscard]] static std::uint64_t key_of_pair(std::uint32_t left, std::uint32_t right) {
    return static_cast<std::uint64_t>(left) << kIdBits | right;
  }
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash >> (64 - slots_bits_));
  }
  [[nodiscard]] std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }

  unsigned slots_bits_ = 1;
  std::vector<std::uint64_t> slots_;
  HashFilter filter_;
};

}  // namespace gramme::tokens
