#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace gramme::test {

/// The bytes of a file; empty when it cannot be read.
inline std::vector<std::uint8_t> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Pseudo-random numbers that are the same everywhere (a linear congruential generator).
class Lcg {
 public:
  explicit Lcg(std::uint64_t seed) : state_(seed) {}

  /// The next number below `bound`.
  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33) % bound;
  }

 private:
  std::uint64_t state_;
};

}  // namespace gramme::test
