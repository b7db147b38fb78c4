#pragma once

#include <string>
#include <string_view>

#include "gramme/result.hpp"

namespace gramme {

/// What becomes of an item: an item that has to wait is handed over again.
enum class ItemState { taken, must_wait };

/// Cuts JSON text that comes in parts into its items: lines, the elements of one large list, or the
/// whole of a document. Only one item is held in memory.
class JsonItems {
 public:
  enum class Shape { undecided, lines, elements, document };
  static constexpr std::size_t kLongestItem = std::size_t{32} << 20U;

  [[nodiscard]] Shape shape() const { return shape_; }
  /// After the end: a list was never closed.
  [[nodiscard]] bool is_truncated() const {
    return is_at_end_ && shape_ == Shape::elements && !is_closed_;
  }
  /// The number of the item being read; the first is 1.
  [[nodiscard]] double place() const { return place_; }

  /// Takes a part and calls `visit(item)` for each item that it completes; an item over
  /// kLongestItem is handed over empty. An empty part goes on after an item had to wait. Errors:
  /// what `visit` returns, besides whether the item was taken.
  template <typename Visit>
  [[nodiscard]] Problem feed(std::string_view part, Visit visit) {
    text_.append(part);
    if (shape_ == Shape::undecided) decide();
    return cut(visit);
  }

  /// The end of the text: what has no end of its own is an item too.
  /// Errors: as for feed.
  template <typename Visit>
  [[nodiscard]] Problem finish(Visit visit) {
    is_at_end_ = true;
    if (shape_ == Shape::undecided) shape_ = Shape::document;
    return cut(visit);
  }

 private:
  template <typename Visit>
  [[nodiscard]] Problem cut(Visit visit) {
    std::string_view item;
    while (next(item)) {
      Result<ItemState> state = visit(item);
      if (!state) return state.error();
      if (*state == ItemState::must_wait) return std::nullopt;
      pass();
    }
    compact();
    return std::nullopt;
  }

  void decide();
  /// The next whole item, if there is one.
  [[nodiscard]] bool next(std::string_view& item);
  [[nodiscard]] bool next_line(std::string_view& item);
  [[nodiscard]] bool next_element(std::string_view& item);
  [[nodiscard]] bool next_document(std::string_view& item);
  [[nodiscard]] bool scan_element();
  void hand_over(std::string_view& item, std::size_t item_end);
  void pass();
  void compact();

  Shape shape_ = Shape::undecided;
  std::string text_;
  /// Where the next item begins, and how far it was looked at.
  std::size_t begin_ = 0;
  std::size_t seen_ = 0;
  /// Where the item that was handed over ends, and where the next one begins.
  std::size_t item_end_ = 0;
  std::size_t end_ = 0;
  double place_ = 1.0;
  int depth_ = 0;
  bool is_in_text_ = false;
  bool is_too_long_ = false;
  bool is_closed_ = false;
  bool is_at_end_ = false;
};

}  // namespace gramme
