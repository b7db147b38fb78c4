#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gramme::tokens {

/// A set of hashes as a bit map small enough to stay in a near cache: tells most absent hashes from
/// present ones without a look at the table.
class HashFilter {
 public:
  HashFilter() : words_(std::size_t{1} << (kBits - 6)) {}

  void insert(std::uint64_t hash) { words_[word_of(hash)] |= bit_of(hash); }

  /// False: surely absent.
  [[nodiscard]] bool may_contain(std::uint64_t hash) const {
    return (words_[word_of(hash)] & bit_of(hash)) != 0;
  }

 private:
  /// 2^20 bits, 128 KiB: about one absent hash in six passes with 200 000 in the set.
  static constexpr unsigned kBits = 20;

  [[nodiscard]] static std::size_t word_of(std::uint64_t hash) {
    return static_cast<std::size_t>(hash >> (64 - kBits + 6));
  }
  [[nodiscard]] static std::uint64_t bit_of(std::uint64_t hash) {
    return std::uint64_t{1} << (hash >> (64 - kBits) & 63);
  }

  std::vector<std::uint64_t> words_;
};

}  // namespace gramme::tokens
