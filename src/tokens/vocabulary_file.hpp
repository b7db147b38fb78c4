#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "gramme/result.hpp"
#include "tokens/splitter.hpp"
#include "tokens/token_bytes.hpp"

namespace gramme::tokens {

/// Bits of the flags of a vocabulary file.
inline constexpr std::uint8_t kIsComposedFlag = 1;
inline constexpr std::uint8_t kIsIncrementFlag = 2;
inline constexpr std::uint8_t kKnownFlags = kIsComposedFlag | kIsIncrementFlag;

/// A packed vocabulary whose header and checksum are right; its streams are not yet checked.
struct VocabularyFile {
  const Splitter* splitter = nullptr;
  std::uint32_t token_count = 0;
  /// The id of the first token: rank 0.
  std::uint32_t first_id = 0;
  /// Texts are composed (NFC) before they are cut.
  bool is_composed = false;
  std::uint64_t checksum = 0;
  /// The checksum of the vocabulary whose tokens come first; absent when the file is complete.
  std::optional<std::uint64_t> base_checksum;
  std::span<const std::uint8_t> single_bytes;
  std::span<const std::uint8_t> left_stream;
  std::span<const std::uint8_t> right_stream;
};

// Offsets of docs/data.md#vocabulary-files.
namespace file_layout {
inline constexpr std::array<std::uint8_t, 4> kMagic{'G', 'V', 'O', 'C'};
inline constexpr std::uint8_t kVersion = 2;
inline constexpr std::size_t kVersionAt = 4;
inline constexpr std::size_t kPatternAt = 5;
inline constexpr std::size_t kFlagsAt = 6;
inline constexpr std::size_t kReservedAt = 7;
inline constexpr std::size_t kCountAt = 8;
inline constexpr std::size_t kLeftSizeAt = 12;
inline constexpr std::size_t kRightSizeAt = 16;
inline constexpr std::size_t kChecksumAt = 20;
inline constexpr std::size_t kFirstIdAt = 28;
inline constexpr std::size_t kBaseChecksumAt = 32;
inline constexpr std::size_t kHeaderSize = 40;
}  // namespace file_layout

/// The checksum of a file: of all but the checksum itself. Precondition: it has a whole header.
[[nodiscard]] std::uint64_t checksum_of(std::span<const std::uint8_t> file);

/// Errors: vocabulary_corrupt.
[[nodiscard]] Result<VocabularyFile> open_vocabulary_file(std::span<const std::uint8_t> file);

/// Reads the variable-length ids of a stream: 7 bits per byte, low bits first.
class IdReader {
 public:
  explicit IdReader(std::span<const std::uint8_t> stream) : stream_(stream) {}

  /// The next id; kNoToken at the end or when it is longer than any id.
  [[nodiscard]] std::uint32_t next() {
    std::uint32_t id = 0;
    for (unsigned i = 0; i < kMaxIdBytes && at_ < stream_.size(); ++i) {
      const std::uint32_t byte = stream_[at_++];
      id |= (byte & 0x7F) << (7 * i);
      if (byte < 0x80) return id;
    }
    return kNoToken;
  }
  [[nodiscard]] bool is_at_end() const { return at_ == stream_.size(); }

 private:
  /// Most bytes of an id below kMaxTokens.
  static constexpr unsigned kMaxIdBytes = 3;

  std::span<const std::uint8_t> stream_;
  std::size_t at_ = 0;
};

}  // namespace gramme::tokens
