#include "tokens/merge.hpp"

#include <algorithm>

#include "tokens/utf8.hpp"

namespace gramme::tokens {
namespace {

/// Pieces up to this size are merged at once, longer ones in windows of about half of it.
constexpr std::size_t kWindowStep = 16;
constexpr std::size_t kLongestWindow = 2 * kWindowStep;
/// As many keys as are compared at once.
constexpr std::size_t kKeysAtOnce = 8;
/// Longest character that has a place in the index of characters, in bytes.
constexpr std::size_t kLongestIndexed = 3;
/// A last token up to this size is merged again with the window after it from the start: it is
/// likely to change, and cheap.
constexpr std::size_t kCheapToken = 8;

/// The end of the window of about `step` bytes that starts at `from`, before a character rather
/// than within one.
[[nodiscard]] std::size_t window_end_after(std::string_view piece, std::size_t from,
                                           std::size_t step) {
  if (piece.size() - from <= 2 * step) return piece.size();
  std::size_t end = from + step;
  for (int i = 0; i < 3 && is_continuation(piece[end]); ++i) --end;
  return end;
}

/// How many bytes the characters of a piece have, by the first two: one may be a prefix.
[[nodiscard]] std::size_t width_of(std::string_view piece) {
  return std::max(size_of_character(piece.front()),
                  size_of_character(piece[piece.size() > 1 ? 1 : 0]));
}

/// A merge as one number: its rank, and below that the place of its left part, so that the lowest
/// key is the leftmost of the merges ranked lowest.
template <typename Key>
struct Keys {
  static constexpr unsigned kPlaceBits = sizeof(Key) * 8 - (sizeof(Key) == 4 ? kIdBits : 32);
  static constexpr std::size_t kMaxPlaces = std::size_t{1} << (kPlaceBits - 1);
  static constexpr Key kNone = ~Key{0};

  static Key of(std::uint32_t rank, std::uint32_t place) {
    return rank == kNoToken ? kNone : static_cast<Key>(rank) << kPlaceBits | place;
  }
  static std::uint32_t rank_of(Key key) { return static_cast<std::uint32_t>(key >> kPlaceBits); }
  static std::uint32_t place_of(Key key) {
    return static_cast<std::uint32_t>(key & ((Key{1} << kPlaceBits) - 1));
  }
};

/// The lowest of a number of keys that kKeysAtOnce divides.
template <typename Key>
[[nodiscard]] Key lowest_of(const Key* keys, std::size_t count) {
  Key lowest[kKeysAtOnce];
  std::copy_n(keys, kKeysAtOnce, lowest);
  for (std::size_t i = kKeysAtOnce; i < count; i += kKeysAtOnce) {
    for (std::size_t j = 0; j < kKeysAtOnce; ++j) lowest[j] = std::min(lowest[j], keys[i + j]);
  }
  return *std::min_element(lowest, lowest + kKeysAtOnce);
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
  if (piece.size() <= width_of(piece) * kLongestWindow) {
    merge_window(piece);
    return {ids_.data(), count_};
  }
  long_piece_.ids.clear();
  long_piece_.size = 0;
  long_piece_.taken_back = 0;
  while (long_piece_.size < piece.size()) {
    taken_back_.clear();
    extend(long_piece_, piece, taken_back_);
  }
  return long_piece_.ids;
}

/// Repeats the last token as long as the piece does, which its being stable beside itself allows.
/// False: it does not go on with that token.
bool Merger::repeat_last(Encoded& encoded, std::string_view piece) const {
  constexpr std::size_t kWorthwhile = 4;
  if (encoded.ids.empty() || vocabulary_.size_of(encoded.ids.back()) < kWorthwhile) return false;
  const std::uint32_t last = encoded.ids.back();
  const std::string_view bytes = vocabulary_.token_bytes().bytes_of(last);
  const auto is_next = [&] { return piece.substr(encoded.size, bytes.size()) == bytes; };
  if (!is_next()) return false;
  if (!are_stable_neighbours(vocabulary_, last, last)) return false;
  for (; is_next(); encoded.size += bytes.size()) encoded.ids.push_back(last);
  return true;
}

// Takes back the last tokens, more and more of them, until what is left and the merged rest are
// stable neighbours. A window as long as what the one before it took back keeps the cost per byte
// bounded.
void Merger::extend(Encoded& encoded, std::string_view piece,
                    std::vector<std::uint32_t>& taken_back) {
  if (repeat_last(encoded, piece)) return;
  std::vector<std::uint32_t>& ids = encoded.ids;
  const std::size_t step = std::max(width_of(piece) * kWindowStep, encoded.taken_back);
  const std::size_t end = window_end_after(piece, encoded.size, step);
  std::size_t from = encoded.size;
  const auto take_back = [&] {
    from -= vocabulary_.size_of(ids.back());
    taken_back.push_back(ids.back());
    ids.pop_back();
  };
  if (!ids.empty() && vocabulary_.size_of(ids.back()) <= kCheapToken) take_back();
  for (std::size_t more = 1;; more *= 2) {
    merge_window(piece.substr(from, end - from));
    if (ids.empty() || are_stable_neighbours(vocabulary_, ids.back(), ids_[0])) break;
    for (std::size_t i = 0; i < more && !ids.empty(); ++i) take_back();
  }
  ids.insert(ids.end(), ids_.begin(), ids_.begin() + static_cast<std::ptrdiff_t>(count_));
  encoded.taken_back = encoded.size - from;
  encoded.size = end;
}

void Merger::merge_window(std::string_view bytes) {
  place_symbols(bytes);
  if (count_ <= Keys<std::uint32_t>::kMaxPlaces) return merge_symbols<std::uint32_t>();
  merge_symbols<std::uint64_t>();
}

/// Starts from characters, or from bytes where a character has no token of its own or a merge might
/// join a part of it to its neighbour.
void Merger::place_symbols(std::string_view bytes) {
  if (ids_.size() < bytes.size()) {
    ids_.resize(std::max(bytes.size(), kLongestWindow));
    symbols_.resize(ids_.size());
  }
  count_ = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = size_of_character(bytes[at]);
    const std::uint32_t whole = size == 1 ? kNoToken : find_character(bytes, at, size);
    if (whole != kNoToken) {
      ids_[count_++] = whole;
      at += size;
      continue;
    }
    const std::size_t end = std::min(at + size, bytes.size());
    for (; at < end; ++at) ids_[count_++] = vocabulary_.id_of_byte(bytes[at]);
  }
}

/// The token of a character of several bytes; kNoToken if it has none or no merge may start from
/// it.
std::uint32_t Merger::find_character(std::string_view bytes, std::size_t at,
                                     std::size_t size) const {
  const TokenBytes* const tokens = vocabulary_.made_token_bytes();
  if (tokens == nullptr) return kNoToken;
  const CharIndex& characters = tokens->characters();
  const std::size_t end = at + size;
  const bool is_crossed = size > kLongestIndexed ||
                          (at > 0 && characters.is_crossed(bytes[at - 1], bytes[at])) ||
                          (end < bytes.size() && characters.is_crossed(bytes[end - 1], bytes[end]));
  return is_crossed ? kNoToken : characters.id_of(decode_well_formed(bytes.data() + at).value);
}

template <typename Key>
void Merger::merge_symbols() {
  std::vector<Key>& keys = keys_of<Key>();
  // Whole groups of keys are compared at once: the last one is filled up.
  const std::size_t padded = (count_ + kKeysAtOnce - 1) / kKeysAtOnce * kKeysAtOnce;
  if (keys.size() < padded) keys.resize(padded);
  std::fill(keys.data() + count_ - 1, keys.data() + padded, Keys<Key>::kNone);
  const auto rank = [&](std::uint32_t left, std::uint32_t right) {
    keys[left] = Keys<Key>::of(vocabulary_.find_merge(ids_[left], ids_[right]), left);
  };
  for (std::uint32_t i = 0; i < count_; ++i) {
    symbols_[i] = {.previous = i - 1, .next = i + 1};
    if (i > 0) rank(i - 1, i);
  }
  for (;;) {
    const Key lowest = lowest_of(keys.data(), padded);
    if (lowest == Keys<Key>::kNone) break;
    const std::uint32_t left = Keys<Key>::place_of(lowest);
    const std::uint32_t right = symbols_[left].next;
    const std::uint32_t next = symbols_[right].next;
    ids_[left] = Keys<Key>::rank_of(lowest);
    keys[left] = Keys<Key>::kNone;
    keys[right] = Keys<Key>::kNone;
    symbols_[left].next = next;
    if (next < count_) {
      symbols_[next].previous = left;
      rank(left, next);
    }
    if (left > 0) rank(symbols_[left].previous, left);
  }
  std::size_t kept = 0;
  for (std::uint32_t at = 0; at < count_; at = symbols_[at].next) ids_[kept++] = ids_[at];
  count_ = kept;
}

}  // namespace gramme::tokens
