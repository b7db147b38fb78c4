#include "tokens/merge.hpp"

#include <algorithm>

#include "tokens/utf8.hpp"

namespace gramme::tokens {
namespace {

/// Pieces up to this size are merged at once, longer ones in windows of about half of it.
constexpr std::size_t kWindowStep = 16;
constexpr std::size_t kLongestWindow = 2 * kWindowStep;
/// A last token up to this size is merged again with the window after it from the start: it is
/// likely to change, and cheap.
constexpr std::size_t kCheapToken = 8;

/// The end of the window of about `step` bytes that starts at `from`, before a character rather
/// than within one.
[[nodiscard]] std::size_t window_end_after(std::string_view piece, std::size_t from,
                                           std::size_t step) {
  if (piece.size() - from <= 2 * step) return piece.size();
  std::size_t end = from + step;
  for (int i = 0; i < 3 && (static_cast<unsigned char>(piece[end]) & 0xC0) == 0x80; ++i) --end;
  return end;
}

}  // namespace

// Merging is undone from the last merge back: at each step the pair that touches the border is
// (left, right), and merges ranked `limit` or higher have not happened yet. Had the two been
// mergeable into something ranked lower, they would have been merged.
bool are_stable_neighbours(const Vocabulary& vocabulary, std::uint32_t left, std::uint32_t right) {
  std::uint32_t limit = kNoToken;
  for (;;) {
    if (vocabulary.find_merge(left, right) < limit) return false;
    // Of equal merges the leftmost happens first, so the right one is undone first, and its border
    // must not be crossed by a merge of its own rank either.
    const bool is_left_undone = left > right;
    const std::uint32_t undone = is_left_undone ? left : right;
    const Merge merge = vocabulary.merge_of(undone);
    if (merge.left == undone) return true;
    limit = is_left_undone ? undone : undone + 1;
    (is_left_undone ? left : right) = is_left_undone ? merge.right : merge.left;
  }
}

std::span<const std::uint32_t> Merger::merge(std::string_view piece) {
  if (piece.size() <= kLongestWindow) {
    merge_window(piece);
    return {ids_.data(), count_};
  }
  settled_.clear();
  settled_size_ = 0;
  // A window as long as what the one before it took back keeps the cost per byte bounded.
  for (std::size_t step = kWindowStep; settled_size_ < piece.size();) {
    const std::size_t end = window_end_after(piece, settled_size_, step);
    step = std::max(kWindowStep, append_window(piece, end));
  }
  return settled_;
}

/// Extends the settled encoding to `window_end`: takes back its last tokens, more and more of them,
/// until what is left and the merged rest are stable neighbours. How many bytes it took back.
std::size_t Merger::append_window(std::string_view piece, std::size_t window_end) {
  std::size_t from = settled_size_;
  const auto take_back = [&] {
    from -= vocabulary_.size_of(settled_.back());
    settled_.pop_back();
  };
  if (!settled_.empty() && vocabulary_.size_of(settled_.back()) <= kCheapToken) take_back();
  for (std::size_t more = 1;; more *= 2) {
    merge_window(piece.substr(from, window_end - from));
    if (settled_.empty() || are_stable_neighbours(vocabulary_, settled_.back(), ids_[0])) break;
    for (std::size_t i = 0; i < more && !settled_.empty(); ++i) take_back();
  }
  const std::size_t taken_back = settled_size_ - from;
  settled_.insert(settled_.end(), ids_.begin(), ids_.begin() + static_cast<std::ptrdiff_t>(count_));
  settled_size_ = window_end;
  return taken_back;
}

void Merger::merge_window(std::string_view bytes) {
  for (std::uint32_t rank = place_symbols(bytes); rank != kNoToken;) rank = merge_rank(rank);
}

/// Starts from characters, or from bytes where a character has no token of its own or a merge might
/// join a part of it to its neighbour. The lowest rank of a merge, or kNoToken.
std::uint32_t Merger::place_symbols(std::string_view bytes) {
  if (ids_.size() < bytes.size()) {
    ids_.resize(std::max(bytes.size(), kLongestWindow));
    ranks_.resize(ids_.size());
  }
  count_ = 0;
  const CharIndex& characters = vocabulary_.characters();
  bool is_crossed_before = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = std::min(size_of_character(bytes[at]), bytes.size() - at);
    const bool is_crossed_after =
        at + size < bytes.size() && characters.is_crossed(bytes[at + size - 1], bytes[at + size]);
    const bool is_whole = size > 1 && size < 4 && !is_crossed_before && !is_crossed_after;
    const std::uint32_t id =
        is_whole ? characters.id_of(decode_well_formed(bytes.data() + at).value) : kNoToken;
    if (id != kNoToken) {
      ids_[count_++] = id;
    } else {
      for (std::size_t i = at; i < at + size; ++i)
        ids_[count_++] = vocabulary_.id_of_byte(bytes[i]);
    }
    is_crossed_before = is_crossed_after;
    at += size;
  }
  std::uint32_t lowest = kNoToken;
  for (std::size_t i = 1; i < count_; ++i) {
    ranks_[i - 1] = vocabulary_.find_merge(ids_[i - 1], ids_[i]);
    lowest = std::min(lowest, ranks_[i - 1]);
  }
  ranks_[count_ - 1] = kNoToken;
  return lowest;
}

/// Carries out every merge of this rank, left to right, in one pass: none of them can make room for
/// a merge ranked lower. The next lowest rank, or kNoToken.
std::uint32_t Merger::merge_rank(std::uint32_t rank) {
  std::uint32_t* const ids = ids_.data();
  std::uint32_t* const ranks = ranks_.data();
  std::uint32_t lowest = kNoToken;
  std::size_t kept = 0;
  bool was_merged = false;
  for (std::size_t i = 0; i < count_; ++i, ++kept) {
    const bool is_merged = ranks[i] == rank;
    const std::uint32_t id = is_merged ? rank : ids[i];
    if (kept > 0) {
      if (is_merged || was_merged) ranks[kept - 1] = vocabulary_.find_merge(ids[kept - 1], id);
      lowest = std::min(lowest, ranks[kept - 1]);
    }
    if (is_merged) ++i;
    ids[kept] = id;
    ranks[kept] = ranks[i];
    was_merged = is_merged;
  }
  if (kept > 0) ranks[kept - 1] = kNoToken;
  count_ = kept;
  return lowest;
}

}  // namespace gramme::tokens
