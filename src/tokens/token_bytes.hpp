#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gramme/tokens.hpp"
#include "tokens/byte_index.hpp"
#include "tokens/char_index.hpp"
#include "tokens/id_limits.hpp"

namespace gramme::tokens {

/// Longest token of a vocabulary file, in bytes.
inline constexpr std::size_t kMaxTokenSize = 128;
/// The ids of the first tokens are those of single bytes.
inline constexpr std::size_t kSingleBytes = 256;

/// The two tokens a token is merged from. Single bytes, unused ids and tokens that are only found
/// as whole pieces are merged from themselves.
struct Merge {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

/// How the tokens of a vocabulary are made, by id.
struct TokenParts {
  std::array<char, kSingleBytes> single_bytes{};
  std::vector<Merge> merges;
  /// In bytes; 0 = unused.
  std::vector<std::uint8_t> sizes;
  /// The bytes of the tokens that no merge makes, in order of id.
  std::vector<std::pair<std::uint32_t, std::string>> wholes;

  [[nodiscard]] bool is_merged(std::uint32_t id) const { return merges[id].left != id; }
};

/// The bytes of all tokens, and what is found by them. Counting can do without, only slower.
class TokenBytes {
 public:
  explicit TokenBytes(const TokenParts& parts);

  /// Empty for an unused id. Precondition: id < the number of tokens.
  [[nodiscard]] std::string_view bytes_of(std::uint32_t id) const {
    return {bytes_.data() + starts_[id], starts_[id + 1] - starts_[id]};
  }

  /// The token that is exactly these bytes, or kNoToken; of several the lowest.
  [[nodiscard]] std::uint32_t find(std::string_view bytes) const {
    return bytes.size() > kMaxTokenSize ? kNoToken : by_bytes_.find(bytes_.data(), bytes);
  }

  /// What kind of token this is; worked out once per id. Precondition: as for bytes_of.
  [[nodiscard]] TokenClass class_of(std::uint32_t id) const;

  [[nodiscard]] const CharIndex& characters() const { return characters_; }

 private:
  void add_tokens(const TokenParts& parts, std::uint32_t from, std::uint32_t to);
  [[nodiscard]] std::size_t copy_parts(const TokenParts& parts, std::uint32_t id);
  void copy_whole(const TokenParts& parts, std::uint32_t id);
  void add_merged(std::uint32_t id, Merge merge, std::size_t left_size);

  std::vector<char> bytes_;
  std::vector<std::uint32_t> starts_;
  ByteIndex by_bytes_;
  CharIndex characters_;
  /// 1 + the class of each id; 0 = not yet known. Every thread writes the same value.
  mutable std::unique_ptr<std::atomic<std::uint8_t>[]> classes_;
};

}  // namespace gramme::tokens
