#include "tokens/vocabulary_file.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "gramme/checksum.hpp"
#include "tokens/id_limits.hpp"

namespace gramme::tokens {

using namespace file_layout;

namespace {

using Bytes = std::span<const std::uint8_t>;

[[nodiscard]] std::uint64_t read_little_endian(Bytes bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) value = value << 8 | bytes[i - 1];
  return value;
}

[[nodiscard]] std::uint32_t read_u32(Bytes file, std::size_t at) {
  return static_cast<std::uint32_t>(read_little_endian(file.subspan(at, 4)));
}

[[nodiscard]] Error corrupt(const char* path, const char* message) {
  return fail(ErrorCode::vocabulary_corrupt, path, message);
}

[[nodiscard]] Problem check_header(Bytes file) {
  if (file.size() < kHeaderSize + kSingleBytes) return corrupt("", "The file is truncated.");
  if (!std::equal(kMagic.begin(), kMagic.end(), file.begin())) {
    return corrupt("/magic", "This is not a vocabulary file.");
  }
  if (file[kVersionAt] != kVersion) {
    return corrupt("/version", "Another format version: fetch or pack the file again.");
  }
  if ((file[kFlagsAt] & ~kKnownFlags) != 0) return corrupt("/flags", "Unknown flags.");
  if (file[kReservedAt] != 0) return corrupt("/reserved", "Reserved bytes must be zero.");
  const std::uint32_t count = read_u32(file, kCountAt);
  if (count < kSingleBytes || count > kMaxTokens) {
    return corrupt("/tokenCount", "The token count is out of range.");
  }
  if (read_u32(file, kFirstIdAt) > kMaxTokens) {
    return corrupt("/firstId", "The first id is out of range.");
  }
  const std::uint64_t streams =
      std::uint64_t{read_u32(file, kLeftSizeAt)} + read_u32(file, kRightSizeAt);
  if (streams != file.size() - kHeaderSize - kSingleBytes) {
    return corrupt("", "The file is truncated or has bytes to spare.");
  }
  if (checksum_of(file) != read_little_endian(file.subspan(kChecksumAt, 8))) {
    return corrupt("/checksum", "The checksum does not match: fetch or pack the file again.");
  }
  return std::nullopt;
}

/// Each byte is a token of its own, in any order.
[[nodiscard]] Problem check_single_bytes(Bytes single_bytes) {
  std::array<bool, kSingleBytes> is_there{};
  for (std::size_t id = 0; id < kSingleBytes; ++id) {
    if (std::exchange(is_there[single_bytes[id]], true)) {
      return corrupt(("/tokens/" + std::to_string(id)).c_str(), "A single byte occurs twice.");
    }
  }
  return std::nullopt;
}

}  // namespace

std::uint64_t checksum_of(Bytes file) {
  return fnv1a(file.subspan(kFirstIdAt), fnv1a(file.first(kChecksumAt)));
}

Result<VocabularyFile> open_vocabulary_file(Bytes file) {
  if (Problem problem = check_header(file)) return *std::move(problem);
  const Splitter* const splitter = find_splitter(file[kPatternAt]);
  if (splitter == nullptr) return corrupt("/splitPattern", "Unknown split pattern.");
  const Bytes single_bytes = file.subspan(kHeaderSize, kSingleBytes);
  if (Problem problem = check_single_bytes(single_bytes)) return *std::move(problem);
  const Bytes streams = file.subspan(kHeaderSize + kSingleBytes);
  const std::size_t left_size = read_u32(file, kLeftSizeAt);
  const std::uint64_t base = read_little_endian(file.subspan(kBaseChecksumAt, 8));
  const bool is_increment = (file[kFlagsAt] & kIsIncrementFlag) != 0;
  if (!is_increment && base != 0) return corrupt("/base", "Only an increment has a base.");
  return VocabularyFile{.splitter = splitter,
                        .token_count = read_u32(file, kCountAt),
                        .first_id = read_u32(file, kFirstIdAt),
                        .is_composed = (file[kFlagsAt] & kIsComposedFlag) != 0,
                        .checksum = read_little_endian(file.subspan(kChecksumAt, 8)),
                        .base_checksum = is_increment ? std::optional(base) : std::nullopt,
                        .single_bytes = single_bytes,
                        .left_stream = streams.first(left_size),
                        .right_stream = streams.subspan(left_size)};
}

}  // namespace gramme::tokens
