#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "gramme/tokens.hpp"
#include "tokens/pair_index.hpp"
#include "tokens/splitter.hpp"
#include "tokens/token_bytes.hpp"
#include "tokens/vocabulary_file.hpp"

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
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(parts_.sizes.size());
  }

  /// How many bytes a token has; 0 = unused. Precondition: id < size().
  [[nodiscard]] std::size_t size_of(std::uint32_t id) const { return parts_.sizes[id]; }

  [[nodiscard]] std::uint32_t id_of_byte(char byte) const {
    return id_of_byte_[static_cast<unsigned char>(byte)];
  }

  /// The token that these two merge into, or kNoToken.
  [[nodiscard]] std::uint32_t find_merge(std::uint32_t left, std::uint32_t right) const {
    if ((left | right) < tokens::kSingleBytes) return by_two_bytes_[index_of(left, right)];
    return by_parts_.find(left, right);
  }

  /// Precondition: id < size().
  [[nodiscard]] tokens::Merge merge_of(std::uint32_t id) const { return parts_.merges[id]; }

  /// The tables of the tokens' bytes, made when they are first asked for: that takes as long as
  /// loading the file, so that a few short texts are counted before it would be done.
  [[nodiscard]] const tokens::TokenBytes& token_bytes() const {
    const tokens::TokenBytes* const made = made_token_bytes();
    return made != nullptr ? *made : make_token_bytes();
  }

  /// The same if they are made, else null.
  [[nodiscard]] const tokens::TokenBytes* made_token_bytes() const {
    return made_token_bytes_.load(std::memory_order_acquire);
  }

 private:
  Vocabulary() = default;

  [[nodiscard]] static std::size_t index_of(std::uint32_t first, std::uint32_t second) {
    return static_cast<std::size_t>(first) * tokens::kSingleBytes + second;
  }

  void read_single_bytes(const tokens::VocabularyFile& file);
  [[nodiscard]] Problem copy_base(const tokens::VocabularyFile& file, const Vocabulary* base);
  [[nodiscard]] Problem read_merges(const tokens::VocabularyFile& file);
  [[nodiscard]] const char* read_merges_to(std::uint32_t to, std::uint32_t& id,
                                           tokens::IdReader& left, tokens::IdReader& right);
  [[nodiscard]] const char* add_merge(tokens::Merge merge, std::uint32_t id);
  [[nodiscard]] const char* add_whole(tokens::IdReader& bytes, std::uint32_t id);
  [[nodiscard]] bool insert_merge(tokens::Merge merge, std::uint32_t id);
  [[nodiscard]] const tokens::TokenBytes& make_token_bytes() const;

  const tokens::Splitter* splitter_ = nullptr;
  std::uint32_t first_id_ = 0;
  bool is_composed_ = false;
  std::uint64_t checksum_ = 0;
  std::uint32_t id_of_byte_[tokens::kSingleBytes] = {};
  tokens::TokenParts parts_;
  std::vector<std::uint32_t> by_two_bytes_;
  tokens::PairIndex by_parts_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const tokens::TokenBytes> token_bytes_;
  mutable std::atomic<const tokens::TokenBytes*> made_token_bytes_ = nullptr;
};

}  // namespace gramme
