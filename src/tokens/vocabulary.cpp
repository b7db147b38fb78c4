#include "tokens/vocabulary.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace gramme {

using tokens::kNoToken;
using tokens::kSingleBytes;
using tokens::Merge;

namespace {

[[nodiscard]] Error corrupt_token(std::size_t id, const char* message) {
  return fail(ErrorCode::vocabulary_corrupt, "/tokens/" + std::to_string(id), message);
}

constexpr std::uint32_t kTokensAtOnce = 2048;
constexpr const char* kNoParts = "A token must be merged from two earlier ones.";

}  // namespace

Result<std::shared_ptr<const Vocabulary>> Vocabulary::build(const tokens::VocabularyFile& file,
                                                            const Vocabulary* base) {
  const std::shared_ptr<Vocabulary> vocabulary(new Vocabulary());
  vocabulary->splitter_ = file.splitter;
  vocabulary->first_id_ = file.first_id;
  vocabulary->is_composed_ = file.is_composed;
  vocabulary->checksum_ = file.checksum;
  vocabulary->read_single_bytes(file);
  if (Problem problem = vocabulary->copy_base(file, base)) return *std::move(problem);
  if (Problem problem = vocabulary->read_merges(file)) return *std::move(problem);
  // A token that no merge makes is found by its bytes alone.
  if (!vocabulary->parts_.wholes.empty()) static_cast<void>(vocabulary->token_bytes());
  return std::shared_ptr<const Vocabulary>(vocabulary);
}

void Vocabulary::read_single_bytes(const tokens::VocabularyFile& file) {
  by_two_bytes_.assign(kSingleBytes * kSingleBytes, kNoToken);
  by_parts_ = tokens::PairIndex(file.token_count);
  for (std::uint32_t id = 0; id < kSingleBytes; ++id) {
    id_of_byte_[file.single_bytes[id]] = id;
    parts_.single_bytes[id] = static_cast<char>(file.single_bytes[id]);
    parts_.merges.push_back({id, id});
    parts_.sizes.push_back(1);
  }
}

Problem Vocabulary::copy_base(const tokens::VocabularyFile& file, const Vocabulary* base) {
  if (!file.base_checksum) return std::nullopt;
  if (base == nullptr || base->checksum() != *file.base_checksum) {
    return fail(ErrorCode::vocabulary_missing, "/base",
                "This file adds to another vocabulary: load that one first.");
  }
  if (base->size() > file.token_count || parts_.single_bytes != base->parts_.single_bytes) {
    return fail(ErrorCode::vocabulary_corrupt, "/base", "The file does not fit its base.");
  }
  parts_ = base->parts_;
  by_two_bytes_ = base->by_two_bytes_;
  for (std::uint32_t id = kSingleBytes; id < size(); ++id) {
    if (parts_.is_merged(id)) static_cast<void>(insert_merge(parts_.merges[id], id));
  }
  return std::nullopt;
}

Problem Vocabulary::read_merges(const tokens::VocabularyFile& file) {
  tokens::IdReader left(file.left_stream);
  tokens::IdReader right(file.right_stream);
  std::uint32_t id = size();
  parts_.merges.resize(file.token_count);
  parts_.sizes.resize(file.token_count);
  // A part of the tokens at a time: engines that compile while running have the fast version of a
  // function ready when it is called again, but do not change one that runs. Called in two places,
  // so that no linker makes it a part of its caller.
  const auto part_end = [&] { return std::min(id + kTokensAtOnce, file.token_count); };
  const char* wrong = read_merges_to(part_end(), id, left, right);
  while (wrong == nullptr && id < file.token_count) {
    wrong = read_merges_to(part_end(), id, left, right);
  }
  if (wrong != nullptr) return corrupt_token(id, wrong);
  const auto bytes = std::accumulate(parts_.sizes.begin(), parts_.sizes.end(), std::size_t{0});
  if (bytes >= tokens::ByteIndex::kMaxBytes) {
    return fail(ErrorCode::vocabulary_corrupt, "/tokens", "The tokens have too many bytes.");
  }
  if (left.is_at_end() && right.is_at_end()) return std::nullopt;
  return fail(ErrorCode::vocabulary_corrupt, "/streams", "There are more merges than tokens.");
}

/// Reads the tokens from `id` on; what is wrong with the one where it stops, or null.
[[gnu::noinline]] const char* Vocabulary::read_merges_to(std::uint32_t to, std::uint32_t& id,
                                                         tokens::IdReader& left,
                                                         tokens::IdReader& right) {
  for (; id < to; ++id) {
    const std::uint32_t first = left.next();
    const char* wrong = nullptr;
    if (first < id)
      wrong = add_merge({first, right.next()}, id);
    else if (first == id)
      parts_.merges[id] = {id, id};
    else
      wrong = first == id + 1 ? add_whole(right, id) : kNoParts;
    if (wrong != nullptr) return wrong;
  }
  return nullptr;
}

const char* Vocabulary::add_merge(Merge merge, std::uint32_t id) {
  if (merge.right >= id) return kNoParts;
  const std::size_t left_size = size_of(merge.left);
  const std::size_t right_size = size_of(merge.right);
  if (left_size == 0 || right_size == 0) return "A token is merged from an unused id.";
  if (left_size + right_size > tokens::kMaxTokenSize) return "The token is too long.";
  if (!insert_merge(merge, id)) return "A token occurs twice.";
  parts_.sizes[id] = static_cast<std::uint8_t>(left_size + right_size);
  parts_.merges[id] = merge;
  return nullptr;
}

/// False: two tokens are merged from these.
bool Vocabulary::insert_merge(Merge merge, std::uint32_t id) {
  if ((merge.left | merge.right) >= kSingleBytes) {
    return by_parts_.insert(merge.left, merge.right, id);
  }
  std::uint32_t& slot = by_two_bytes_[index_of(merge.left, merge.right)];
  if (slot != kNoToken) return false;
  slot = id;
  return true;
}

/// A token that is no merge of two others: its bytes stand in the stream, after their number.
const char* Vocabulary::add_whole(tokens::IdReader& bytes, std::uint32_t id) {
  const std::uint32_t length = bytes.next();
  if (length < 3 || length > tokens::kMaxTokenSize) {
    return "The token is too short or too long to be found as a whole.";
  }
  std::string text;
  for (std::uint32_t i = 0; i < length; ++i) {
    const std::uint32_t byte = bytes.next();
    if (byte >= kSingleBytes) return "The token is made of other tokens.";
    text += parts_.single_bytes[byte];
  }
  parts_.wholes.emplace_back(id, std::move(text));
  parts_.merges[id] = {id, id};
  parts_.sizes[id] = static_cast<std::uint8_t>(length);
  return nullptr;
}

const tokens::TokenBytes& Vocabulary::make_token_bytes() const {
  std::call_once(once_, [this] {
    token_bytes_ = std::make_unique<const tokens::TokenBytes>(parts_);
    made_token_bytes_.store(token_bytes_.get(), std::memory_order_release);
  });
  return *token_bytes_;
}

Result<std::shared_ptr<const Vocabulary>> load_vocabulary(std::span<const std::uint8_t> file,
                                                          const Vocabulary* base) {
  const Result<tokens::VocabularyFile> opened = tokens::open_vocabulary_file(file);
  if (!opened) return opened.error();
  return Vocabulary::build(*opened, base);
}

}  // namespace gramme
