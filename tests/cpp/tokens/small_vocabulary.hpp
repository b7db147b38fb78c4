#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace gramme::test {

using FileBytes = std::vector<std::uint8_t>;
using MergePair = std::pair<std::uint32_t, std::uint32_t>;

inline constexpr std::size_t kHeaderSize = 40;

inline void put_little_endian(FileBytes& file, std::size_t at, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i, value >>= 8) {
    file[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value & 0xFF);
  }
}

inline void put_id(FileBytes& stream, std::uint32_t id) {
  for (; id > 0x7F; id >>= 7) stream.push_back(static_cast<std::uint8_t>((id & 0x7F) | 0x80));
  stream.push_back(static_cast<std::uint8_t>(id));
}

/// Makes the checksum right again after a change.
inline void seal(FileBytes& file) {
  std::uint64_t sum = 0xCBF29CE484222325ULL;
  for (std::size_t i = 0; i < file.size(); ++i) {
    if (i < 20 || i >= 28) sum = (sum ^ file[i]) * 0x100000001B3ULL;
  }
  put_little_endian(file, 20, sum, 8);
}

/// A vocabulary file with the bytes in order as first tokens, then these merges. A merge whose left
/// part is its own id is an unused id.
inline FileBytes small_vocabulary(const std::vector<MergePair>& merges) {
  FileBytes left;
  FileBytes right;
  for (const auto& [first, second] : merges) {
    const auto id = static_cast<std::uint32_t>(256 + (&first - &merges[0].first) / 2);
    put_id(left, first);
    if (first != id) put_id(right, second);
  }
  FileBytes file(kHeaderSize);
  file[0] = 'G', file[1] = 'V', file[2] = 'O', file[3] = 'C', file[4] = 2;
  put_little_endian(file, 8, 256 + merges.size(), 4);
  put_little_endian(file, 12, left.size(), 4);
  put_little_endian(file, 16, right.size(), 4);
  for (int byte = 0; byte < 256; ++byte) file.push_back(static_cast<std::uint8_t>(byte));
  file.insert(file.end(), left.begin(), left.end());
  file.insert(file.end(), right.begin(), right.end());
  seal(file);
  return file;
}

}  // namespace gramme::test
