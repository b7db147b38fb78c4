#pragma once

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
#include "tokens/hash.hpp"
#include "tokens/id_limits.hpp"
#include "tokens/pair_index.hpp"
#include "tokens/splitter.hpp"
#include "tokens/vocabulary_file.hpp"

namespace gramme::tokens {

/// Longest token of a vocabulary file, in bytes.
inline constexpr std::size_t kMaxTokenSize = 128;

/// The two tokens a token is merged from. Single bytes, unused ids and tokens that are only found
/// as whole pieces are merged from themselves.
struct Merge {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

}  // namespace gramme::tokens

namespace gramme {

/// The tables of a byte-pair vocabulary. An id here is also the rank of its merge: lower merges
/// first. Outside, ids start at `first_id()`.
class Vocabulary {
 public:
  /// `base` is the vocabulary that an increment adds to; may be null otherwise.
  /// Errors: vocabulary_corrupt, vocabulary_missing (the base is not the one the file names).
  [[nodiscard]] static Result<std::shared_ptr<const Vocabulary>> build(
      const tokens::VocabularyFile& file, const Vocabulary* base);

  [[nodiscard]] const tokens::Splitter& splitter() const { return *splitter_; }
  [[nodiscard]] std::uint32_t first_id() const { return first_id_; }
  /// Whether texts are composed (NFC) before they are cut.
  [[nodiscard]] bool is_composed() const { return is_composed_; }
  /// Names the file it was read from.
  [[nodiscard]] std::uint64_t checksum() const { return checksum_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(merges_.size()); }

  /// The bytes of a token, empty for an unused id. Precondition: id < size().
  [[nodiscard]] std::string_view bytes_of(std::uint32_t id) const {
    return {bytes_.data() + starts_[id], size_of(id)};
  }

  /// How many bytes it has. Precondition: id < size().
  [[nodiscard]] std::size_t size_of(std::uint32_t id) const {
    return starts_[id + 1] - starts_[id];
  }

  /// The token that is exactly these bytes, or kNoToken.
  [[nodiscard]] std::uint32_t find(std::string_view bytes) const {
    if (bytes.size() == 1) return id_of_byte(bytes[0]);
    if (bytes.size() == 2) return find_bytes(bytes[0], bytes[1]);
    if (bytes.size() > tokens::kMaxTokenSize) return tokens::kNoToken;
    return by_bytes_.find(bytes_.data(), bytes);
  }

  [[nodiscard]] std::uint32_t id_of_byte(char byte) const {
    return id_of_byte_[static_cast<unsigned char>(byte)];
  }

  /// The token that is exactly these two bytes, or kNoToken.
  [[nodiscard]] std::uint32_t find_bytes(char first, char second) const {
    return by_two_bytes_[index_of(id_of_byte(first), id_of_byte(second))];
  }

  [[nodiscard]] const tokens::CharIndex& characters() const { return characters_; }

  /// The token that these two merge into, or kNoToken.
  [[nodiscard]] std::uint32_t find_merge(std::uint32_t left, std::uint32_t right) const {
    if ((left | right) < tokens::kSingleBytes) return by_two_bytes_[index_of(left, right)];
    return by_parts_.find(left, right);
  }

  /// Precondition: id < size().
  [[nodiscard]] tokens::Merge merge_of(std::uint32_t id) const { return merges_[id]; }

  /// What kind of token this is; worked out once per id. Precondition: id < size().
  [[nodiscard]] TokenClass class_of(std::uint32_t id) const;

 private:
  Vocabulary() = default;

  [[nodiscard]] static std::size_t index_of(std::uint32_t first, std::uint32_t second) {
    return static_cast<std::size_t>(first) * tokens::kSingleBytes + second;
  }

  [[nodiscard]] Problem read_single_bytes(const tokens::VocabularyFile& file);
  [[nodiscard]] Problem copy_base(const tokens::VocabularyFile& file, const Vocabulary* base);
  [[nodiscard]] Problem read_merges(const tokens::VocabularyFile& file);
  [[nodiscard]] Problem add_merge(tokens::Merge merge);
  [[nodiscard]] Problem add_whole(tokens::IdReader& bytes);
  [[nodiscard]] bool is_merged(std::uint32_t id) const { return merges_[id].left != id; }
  [[nodiscard]] Problem read_merges_to(std::uint32_t to, tokens::IdReader& left,
                                       tokens::IdReader& right);
  [[nodiscard]] Problem fill_tables();
  [[nodiscard]] Problem add_tokens(std::uint32_t from, std::uint32_t to);
  [[nodiscard]] std::size_t copy_parts(std::uint32_t id);
  [[nodiscard]] std::size_t copy_whole(std::uint32_t id);
  void add_merged(std::uint32_t id, std::string_view bytes, std::size_t left_size);

  const tokens::Splitter* splitter_ = nullptr;
  std::uint32_t first_id_ = 0;
  bool is_composed_ = false;
  std::uint64_t checksum_ = 0;
  std::uint32_t id_of_byte_[tokens::kSingleBytes] = {};
  std::vector<char> bytes_;
  std::vector<std::uint32_t> starts_;
  std::vector<tokens::Merge> merges_;
  /// The bytes of the tokens that no merge makes, by id.
  std::vector<std::pair<std::uint32_t, std::string>> wholes_;
  std::vector<std::uint32_t> by_two_bytes_;
  tokens::ByteIndex by_bytes_;
  tokens::PairIndex by_parts_;
  tokens::CharIndex characters_;
  /// 1 + the class of each id; 0 = not yet known. Every thread writes the same value.
  mutable std::unique_ptr<std::atomic<std::uint8_t>[]> classes_;
};

}  // namespace gramme
