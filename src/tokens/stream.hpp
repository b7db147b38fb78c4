#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "tokens/growing_text.hpp"
#include "tokens/open_run.hpp"
#include "tokens/piece_counter.hpp"
#include "tokens/plain_word.hpp"

namespace gramme::tokens {

/// Sums over the tokens of a growing text. More text changes none of a text's pieces but the last
/// two (splitter.hpp): the sum of those before is settled, and each part costs what it adds.
template <typename Tally>
class Stream {
 public:
  using Sum = typename Tally::Sum;

  Stream(const Vocabulary& vocabulary, PieceCounter& pieces)
      : vocabulary_(vocabulary), pieces_(pieces), tally_(vocabulary, pieces) {}

  [[nodiscard]] GrowingText& text() { return text_; }

  /// The sum over the text as it is now.
  [[nodiscard]] Sum sum() {
    update();
    return text_.holds_back() ? sum_if_ended() : total();
  }

  /// Keeps that many UTF-16 units. Precondition: `units` < text().units().
  void truncate(std::size_t units) {
    while (checkpoints_.size() > 1 && checkpoints_.back().place.units >= units) {
      checkpoints_.pop_back();
    }
    // What was settled at the last checkpoint before the cut may have been so by what came after
    // it.
    if (checkpoints_.size() > 1) checkpoints_.pop_back();
    const Checkpoint& kept = checkpoints_.back();
    text_.truncate(units, kept.place);
    settled_bytes_ = kept.place.bytes;
    settled_sum_ = kept.sum;
    seen_ = settled_bytes_;
    open_.clear();
    grown_.clear();
  }

 private:
  /// A piece that more text may change, and the run it ends in, where that is known.
  struct Tail {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<OpenRun> run;
  };
  /// The tokens of a long piece so far, to go on from.
  struct GrownPiece {
    std::size_t begin = 0;
    Encoded encoded;
    Sum sum{};
  };
  /// A place to go back to when the text is cut.
  struct Checkpoint {
    GrowingText::Place place;
    Sum sum{};
  };

  void update();
  [[nodiscard]] bool extend_tails();
  void split_from(std::size_t from);
  [[nodiscard]] std::size_t settle(const Tail& piece);
  void open_long_tails();
  [[nodiscard]] Sum total();
  [[nodiscard]] Sum sum_if_ended();
  [[nodiscard]] Sum sum_of(const Tail& piece);
  [[nodiscard]] Sum sum_of_long(std::size_t begin, std::string_view piece);

  static constexpr std::size_t kCheckpointBytes = 1024;
  /// Shorter pieces are split and merged again when they grow.
  static constexpr std::size_t kLongPiece = 48;

  const Vocabulary& vocabulary_;
  PieceCounter& pieces_;
  Tally tally_;
  GrowingText text_;
  /// The pieces that no more text can change: where they end, and the sum over them.
  std::size_t settled_bytes_ = 0;
  Sum settled_sum_{};
  /// The pieces after those, two at most; how much of the text they were split from, and where it
  /// lay.
  std::vector<Tail> open_;
  std::size_t seen_ = 0;
  const char* base_ = nullptr;
  std::vector<GrownPiece> grown_;
  std::vector<Checkpoint> checkpoints_{Checkpoint{}};
  std::vector<std::uint32_t> taken_back_;
};

template <typename Tally>
void Stream<Tally>::update() {
  const std::size_t size = text_.view().size();
  if (seen_ == size) return;
  if (!extend_tails()) {
    open_.clear();
    split_from(settled_bytes_);
  }
  seen_ = size;
  base_ = text_.view().data();
}

/// Finds the new ends of the open pieces from what is new alone. False: they must be split again.
template <typename Tally>
bool Stream<Tally>::extend_tails() {
  const char* const base = text_.view().data();
  const std::size_t size = text_.view().size();
  for (std::size_t i = 0; i < open_.size(); ++i) {
    Tail& piece = open_[i];
    if (!piece.run) return false;
    piece.run->move(base - base_);
    const char* const end = piece.run->extend_to(base + seen_, base + size);
    if (end == nullptr) return false;
    const bool is_same = base + piece.end == end;
    piece.end = static_cast<std::size_t>(end - base);
    if (is_same && i + 1 < open_.size()) continue;
    // Here begins what is new; what came after has become a part of this one.
    open_.resize(i + 1);
    split_from(piece.end);
    return true;
  }
  return false;
}

template <typename Tally>
void Stream<Tally>::split_from(std::size_t from) {
  const std::string_view text = text_.view();
  const Splitter& splitter = vocabulary_.splitter();
  const char* const end = text.data() + text.size();
  while (from < text.size()) {
    const char* const at = text.data() + from;
    // The zero after the text ends a word too, as a piece that more text may change.
    std::size_t size = plain_word(at, splitter.words);
    const bool is_plain = size != 0 && from + size < text.size();
    if (size == 0) size = static_cast<std::size_t>(splitter.end_of_piece(at, end) - at);
    const Tail piece{.begin = from, .end = from + size, .run = std::nullopt};
    from = piece.end;
    if (piece.end < text.size()) {
      for (const Tail& before : open_) settled_bytes_ = settle(before);
      open_.clear();
      // The character that ends a plain word is there, so that nothing more can change it.
      if (is_plain) settled_bytes_ = settle(piece);
    }
    if (settled_bytes_ != piece.end) open_.push_back(piece);
  }
  open_long_tails();
}

/// Adds a piece to what is settled; where it ends.
template <typename Tally>
std::size_t Stream<Tally>::settle(const Tail& piece) {
  Tally::add(settled_sum_, sum_of(piece));
  const GrowingText::Place& last = checkpoints_.back().place;
  if (piece.end - last.bytes >= kCheckpointBytes) {
    checkpoints_.push_back({text_.place_of(piece.end, last), settled_sum_});
  }
  return piece.end;
}

/// From here on, long open pieces are extended, not split again.
template <typename Tally>
void Stream<Tally>::open_long_tails() {
  const std::string_view text = text_.view();
  if (open_.empty() || text.size() - open_.front().begin < kLongPiece) return;
  for (Tail& piece : open_) {
    if (piece.run) continue;
    OpenRun run;
    static_cast<void>(vocabulary_.splitter().open_piece(text.data() + piece.begin,
                                                        text.data() + text.size(), run));
    piece.run = run;
  }
  // A splitter looks at no more than a character or a contraction beyond a piece, but for a run.
  constexpr std::size_t kLongestLook = 8;
  const Tail first = open_.front();
  const bool is_certain = first.end + kLongestLook <= text.size() && !first.run->is_open();
  if (!is_certain) return;
  settled_bytes_ = settle(first);
  open_.erase(open_.begin());
}

template <typename Tally>
typename Stream<Tally>::Sum Stream<Tally>::total() {
  Sum sum = settled_sum_;
  for (const Tail& piece : open_) Tally::add(sum, sum_of(piece));
  return sum;
}

/// As if the text ended here: what is held back counts as U+FFFD.
template <typename Tally>
typename Stream<Tally>::Sum Stream<Tally>::sum_if_ended() {
  Stream rest(vocabulary_, pieces_);
  rest.text_.append(text_.view().substr(settled_bytes_));
  rest.text_.append(u"\uFFFD");
  rest.update();
  Sum sum = settled_sum_;
  Tally::add(sum, rest.total());
  return sum;
}

template <typename Tally>
typename Stream<Tally>::Sum Stream<Tally>::sum_of(const Tail& piece) {
  const std::string_view bytes = text_.view().substr(piece.begin, piece.end - piece.begin);
  return bytes.size() < kLongPiece ? tally_.of_piece(bytes) : sum_of_long(piece.begin, bytes);
}

/// Goes on from the tokens that the start of the piece had.
template <typename Tally>
typename Stream<Tally>::Sum Stream<Tally>::sum_of_long(std::size_t begin, std::string_view piece) {
  std::erase_if(grown_, [&](const GrownPiece& known) {
    return known.begin < settled_bytes_ ||
           (known.begin == begin && known.encoded.size > piece.size());
  });
  const auto is_this = [&](const GrownPiece& known) { return known.begin == begin; };
  auto grown = std::find_if(grown_.begin(), grown_.end(), is_this);
  if (grown == grown_.end()) grown = grown_.insert(grown_.end(), GrownPiece{begin, {}, {}});
  Encoded& encoded = grown->encoded;
  while (encoded.size < piece.size()) {
    taken_back_.clear();
    const std::size_t before = encoded.ids.size();
    pieces_.merger().extend(encoded, piece, taken_back_);
    for (const std::uint32_t id : taken_back_) tally_.remove(grown->sum, id);
    for (std::size_t i = before - taken_back_.size(); i < encoded.ids.size(); ++i) {
      tally_.add(grown->sum, encoded.ids[i]);
    }
  }
  return grown->sum;
}

}  // namespace gramme::tokens
