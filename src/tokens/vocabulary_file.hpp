#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "gramme/result.hpp"
#include "tokens/splitter.hpp"

namespace gramme::tokens {

/// The ids of the first tokens are those of single bytes.
inline constexpr std::size_t kSingleBytes = 256;

/// A packed vocabulary whose header and checksum are right; its streams are not yet checked.
struct VocabularyFile {
  const Splitter* splitter = nullptr;
  std::uint32_t token_count = 0;
  std::span<const std::uint8_t> single_bytes;
  std::span<const std::uint8_t> left_stream;
  std::span<const std::uint8_t> right_stream;
};

/// Errors: vocabulary_corrupt.
[[nodiscard]] Result<VocabularyFile> open_vocabulary_file(std::span<const std::uint8_t> file);

/// Reads the variable-length ids of a stream: 7 bits per byte, low bits first.
class IdReader {
 public:
  explicit IdReader(std::span<const std::uint8_t> stream) : stream_(stream) {}

  /// The next id; kNoToken at the end or when it is longer than any id.
  [[nodiscard]] std::uint32_t next();
  [[nodiscard]] bool is_at_end() const { return at_ == stream_.size(); }

 private:
  std::span<const std::uint8_t> stream_;
  std::size_t at_ = 0;
};

}  // namespace gramme::tokens
