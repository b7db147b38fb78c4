#include "tokens/vocabulary.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "tokens/token_class.hpp"

namespace gramme {

using tokens::kNoToken;
using tokens::kSingleBytes;
using tokens::Merge;

namespace {

/// Copies are made in words: up to this many bytes beyond the end are read and written too.
constexpr std::size_t kCopySlack = 8;

void copy_words(char* to, const char* from, std::size_t size) {
  for (std::size_t i = 0; i < size; i += kCopySlack) {
    const std::uint64_t word = tokens::load<std::uint64_t>(from + i);
    std::memcpy(to + i, &word, sizeof word);
  }
}

[[nodiscard]] Error corrupt_token(std::size_t id, const char* message) {
  return fail(ErrorCode::vocabulary_corrupt, "/tokens/" + std::to_string(id), message);
}

constexpr std::uint32_t kTokensAtOnce = 2048;

}  // namespace

Result<std::shared_ptr<const Vocabulary>> Vocabulary::build(const tokens::VocabularyFile& file,
                                                            const Vocabulary* base) {
  const std::shared_ptr<Vocabulary> vocabulary(new Vocabulary());
  vocabulary->splitter_ = file.splitter;
  vocabulary->first_id_ = file.first_id;
  vocabulary->is_composed_ = file.is_composed;
  vocabulary->checksum_ = file.checksum;
  if (Problem problem = vocabulary->read_single_bytes(file)) return *std::move(problem);
  if (Problem problem = vocabulary->copy_base(file, base)) return *std::move(problem);
  if (Problem problem = vocabulary->read_merges(file)) return *std::move(problem);
  if (Problem problem = vocabulary->fill_tables()) return *std::move(problem);
  vocabulary->classes_ = std::make_unique<std::atomic<std::uint8_t>[]>(vocabulary->size());
  return std::shared_ptr<const Vocabulary>(vocabulary);
}

Problem Vocabulary::read_single_bytes(const tokens::VocabularyFile& file) {
  std::fill(std::begin(id_of_byte_), std::end(id_of_byte_), kNoToken);
  bytes_.assign(file.single_bytes.begin(), file.single_bytes.end());
  merges_.reserve(file.token_count);
  starts_.reserve(std::size_t{file.token_count} + 1);
  for (std::uint32_t id = 0; id < kSingleBytes; ++id) {
    std::uint32_t& slot = id_of_byte_[file.single_bytes[id]];
    if (slot != kNoToken) return corrupt_token(id, "A single byte occurs twice.");
    slot = id;
    starts_.push_back(id);
    merges_.push_back({id, id});
  }
  starts_.push_back(kSingleBytes);
  return std::nullopt;
}

Problem Vocabulary::copy_base(const tokens::VocabularyFile& file, const Vocabulary* base) {
  if (!file.base_checksum) return std::nullopt;
  if (base == nullptr || base->checksum() != *file.base_checksum) {
    return fail(ErrorCode::vocabulary_missing, "/base",
                "This file adds to another vocabulary: load that one first.");
  }
  if (base->size() > file.token_count ||
      !std::equal(std::begin(id_of_byte_), std::end(id_of_byte_), base->id_of_byte_)) {
    return fail(ErrorCode::vocabulary_corrupt, "/base", "The file does not fit its base.");
  }
  merges_.assign(base->merges_.begin(), base->merges_.end());
  starts_.assign(base->starts_.begin(), base->starts_.end());
  wholes_ = base->wholes_;
  return std::nullopt;
}

Problem Vocabulary::read_merges(const tokens::VocabularyFile& file) {
  tokens::IdReader left(file.left_stream);
  tokens::IdReader right(file.right_stream);
  const auto next_part = [&] { return std::min(size() + kTokensAtOnce, file.token_count); };
  // In two places, as in fill_tables.
  if (Problem problem = read_merges_to(next_part(), left, right)) return problem;
  while (size() < file.token_count) {
    if (Problem problem = read_merges_to(next_part(), left, right)) return problem;
  }
  if (starts_.back() + kCopySlack > tokens::ByteIndex::kMaxBytes) {
    return fail(ErrorCode::vocabulary_corrupt, "/tokens", "The tokens have too many bytes.");
  }
  if (left.is_at_end() && right.is_at_end()) return std::nullopt;
  return fail(ErrorCode::vocabulary_corrupt, "/streams", "There are more merges than tokens.");
}

[[gnu::noinline]] Problem Vocabulary::read_merges_to(std::uint32_t to, tokens::IdReader& left,
                                                     tokens::IdReader& right) {
  while (size() < to) {
    const std::uint32_t first = left.next();
    const bool is_unused = first == size();
    const bool is_whole = first == size() + 1;
    const std::uint32_t second = is_unused || is_whole ? first : right.next();
    Problem problem = is_whole ? add_whole(right) : add_merge({first, second});
    if (problem) return problem;
  }
  return std::nullopt;
}

Problem Vocabulary::add_merge(Merge merge) {
  const std::uint32_t id = size();
  const bool is_unused = merge.left == id;
  if (!is_unused && (merge.left >= id || merge.right >= id)) {
    return corrupt_token(id, "A token must be merged from two earlier ones.");
  }
  const std::size_t left_size = is_unused ? 0 : size_of(merge.left);
  const std::size_t right_size = is_unused ? 0 : size_of(merge.right);
  if (!is_unused && (left_size == 0 || right_size == 0)) {
    return corrupt_token(id, "A token is merged from an unused id.");
  }
  if (left_size + right_size > tokens::kMaxTokenSize) {
    return corrupt_token(id, "The token is too long.");
  }
  starts_.push_back(starts_.back() + static_cast<std::uint32_t>(left_size + right_size));
  merges_.push_back(merge);
  return std::nullopt;
}

/// A token that is no merge of two others: its bytes stand in the stream, after their number.
Problem Vocabulary::add_whole(tokens::IdReader& bytes) {
  const std::uint32_t length = bytes.next();
  if (length < 3 || length > tokens::kMaxTokenSize) {
    return corrupt_token(size(), "The token is too short or too long to be found as a whole.");
  }
  std::string text;
  for (std::uint32_t i = 0; i < length; ++i) {
    const std::uint32_t byte = bytes.next();
    if (byte >= kSingleBytes) return corrupt_token(size(), "The token is made of other tokens.");
    text += bytes_[byte];
  }
  wholes_.emplace_back(size(), std::move(text));
  starts_.push_back(starts_.back() + length);
  merges_.push_back({size(), size()});
  return std::nullopt;
}

/// A part of the tokens at a time: engines that compile while running have the fast version of a
/// function ready when it is called again, but do not change one that runs. Called in two places,
/// so that no linker makes it a part of its caller.
Problem Vocabulary::fill_tables() {
  bytes_.resize(starts_.back() + kCopySlack);
  by_two_bytes_.assign(kSingleBytes * kSingleBytes, kNoToken);
  by_bytes_ = tokens::ByteIndex(size());
  by_parts_ = tokens::PairIndex(size());
  std::uint32_t from = std::min(kTokensAtOnce, size());
  if (Problem problem = add_tokens(kSingleBytes, from)) return problem;
  for (; from < size(); from = std::min(from + kTokensAtOnce, size())) {
    if (Problem problem = add_tokens(from, std::min(from + kTokensAtOnce, size()))) return problem;
  }
  return std::nullopt;
}

[[gnu::noinline]] Problem Vocabulary::add_tokens(std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t id = from; id < to; ++id) {
    const std::size_t size = size_of(id);
    if (size == 0) continue;
    // In order of id, so that what a copy writes beyond its token is overwritten by the next.
    const std::size_t left_size = is_merged(id) ? copy_parts(id) : copy_whole(id);
    if (!by_bytes_.insert(bytes_.data(), starts_[id], size, id)) {
      return corrupt_token(id, "A token occurs twice.");
    }
    if (is_merged(id)) add_merged(id, bytes_of(id), left_size);
  }
  return std::nullopt;
}

/// Puts a token's bytes together from its parts; how many are the left one's.
std::size_t Vocabulary::copy_parts(std::uint32_t id) {
  const Merge merge = merges_[id];
  char* const bytes = bytes_.data() + starts_[id];
  const std::size_t left_size = size_of(merge.left);
  copy_words(bytes, bytes_.data() + starts_[merge.left], left_size);
  copy_words(bytes + left_size, bytes_.data() + starts_[merge.right], size_of(merge.right));
  return left_size;
}

/// The same for a token that is no merge.
std::size_t Vocabulary::copy_whole(std::uint32_t id) {
  const auto is_before = [](const auto& whole, std::uint32_t sought) {
    return whole.first < sought;
  };
  const auto whole = std::lower_bound(wholes_.begin(), wholes_.end(), id, is_before);
  if (whole == wholes_.end() || whole->first != id) return 0;
  std::copy(whole->second.begin(), whole->second.end(), bytes_.data() + starts_[id]);
  return 0;
}

void Vocabulary::add_merged(std::uint32_t id, std::string_view bytes, std::size_t left_size) {
  const Merge merge = merges_[id];
  // Tokens differ, so their parts do.
  by_parts_.insert(merge.left, merge.right, id);
  if (bytes.size() == 2) by_two_bytes_[index_of(merge.left, merge.right)] = id;
  characters_.add_merge(bytes.substr(0, left_size), bytes.substr(left_size));
  if (bytes.size() > 3 || static_cast<unsigned char>(bytes[0]) < 0x80) return;
  // A character whose bytes would rather merge in another way is never met as this token.
  const bool is_met = bytes.size() == 2 ||
                      std::min(find_bytes(bytes[0], bytes[1]), find_bytes(bytes[1], bytes[2])) ==
                          std::max(merge.left, merge.right);
  if (is_met) characters_.add_character(bytes, id);
}

TokenClass Vocabulary::class_of(std::uint32_t id) const {
  std::atomic<std::uint8_t>& known = classes_[id];
  const std::uint8_t value = known.load(std::memory_order_relaxed);
  if (value != 0) return static_cast<TokenClass>(value - 1);
  const TokenClass found = tokens::classify_token(bytes_of(id));
  known.store(static_cast<std::uint8_t>(static_cast<unsigned>(found) + 1),
              std::memory_order_relaxed);
  return found;
}

Result<std::shared_ptr<const Vocabulary>> load_vocabulary(std::span<const std::uint8_t> file,
                                                          const Vocabulary* base) {
  const Result<tokens::VocabularyFile> opened = tokens::open_vocabulary_file(file);
  if (!opened) return opened.error();
  return Vocabulary::build(*opened, base);
}

}  // namespace gramme
