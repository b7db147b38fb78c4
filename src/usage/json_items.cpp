#include "usage/json_items.hpp"

#include <cstring>

#include "usage/json_skim.hpp"

namespace gramme {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool is_whole_value(std::string_view line) {
  JsonSkimmer json(line);
  json.skip();
  return !json.has_failed() && json.peek() == '\0';
}

}  // namespace

/// A first line that is a record of its own makes them lines.
void JsonItems::decide() {
  begin_ = text_.find_first_not_of(kBlanks);
  if (begin_ == std::string::npos) {
    text_.clear();
    begin_ = 0;
    return;
  }
  seen_ = begin_;
  if (text_[begin_] == '[') {
    shape_ = Shape::elements;
    seen_ = ++begin_;
    return;
  }
  const std::size_t line_end = text_.find('\n', begin_);
  if (line_end == std::string::npos) {
    if (text_.size() > kLongestItem) shape_ = Shape::lines;
    return;
  }
  const std::string_view first = std::string_view(text_).substr(begin_, line_end - begin_);
  shape_ = is_whole_value(first) ? Shape::lines : Shape::document;
}

bool JsonItems::next(std::string_view& item) {
  if (end_ > begin_) {
    item = std::string_view(text_).substr(begin_, item_end_ - begin_);
    return true;
  }
  switch (shape_) {
    case Shape::lines:
      return next_line(item);
    case Shape::elements:
      return next_element(item);
    case Shape::document:
      return next_document(item);
    case Shape::undecided:
      break;
  }
  return false;
}

bool JsonItems::next_line(std::string_view& item) {
  const char* const from = text_.data() + seen_;
  const void* const found = std::memchr(from, '\n', text_.size() - seen_);
  if (found == nullptr && !is_at_end_) {
    seen_ = text_.size();
    if (text_.size() - begin_ > kLongestItem) {
      is_too_long_ = true;
      text_.resize(begin_);
      seen_ = begin_;
    }
    return false;
  }
  if (found == nullptr && begin_ == text_.size() && !is_too_long_) return false;
  const std::size_t line_end =
      found == nullptr ? text_.size()
                       : static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
  end_ = found == nullptr ? line_end : line_end + 1;
  hand_over(item, line_end);
  return end_ > begin_;
}

/// The item from begin_ to a place; nothing of one that was too long.
void JsonItems::hand_over(std::string_view& item, std::size_t item_end) {
  item_end_ = is_too_long_ ? begin_ : item_end;
  is_too_long_ = false;
  item = std::string_view(text_).substr(begin_, item_end_ - begin_);
}

/// Looks on for the end of an element; true when it lies at seen_.
bool JsonItems::scan_element() {
  while (seen_ < text_.size()) {
    if (is_in_text_) {
      const std::size_t quote = find_quote(text_, seen_);
      if (quote == std::string::npos) {
        // A backslash at the end belongs to what comes next.
        seen_ = text_.find_last_not_of('\\') + 1;
        return false;
      }
      seen_ = quote + 1;
      is_in_text_ = false;
      continue;
    }
    const char letter = text_[seen_];
    if (depth_ == 0 && (letter == ',' || letter == ']')) return true;
    ++seen_;
    if (letter == '"') is_in_text_ = true;
    if (letter == '{' || letter == '[') ++depth_;
    if ((letter == '}' || letter == ']') && depth_ > 0) --depth_;
  }
  return false;
}

bool JsonItems::next_element(std::string_view& item) {
  if (is_closed_) return false;
  if (!scan_element()) {
    is_too_long_ |= seen_ - begin_ > kLongestItem;
    if (is_too_long_) begin_ = seen_;
    return false;
  }
  is_closed_ = text_[seen_] == ']';
  const std::string_view found = std::string_view(text_).substr(begin_, seen_ - begin_);
  end_ = seen_ + 1;
  const bool is_nothing = found.find_first_not_of(kBlanks) == std::string_view::npos;
  if (is_nothing && is_closed_) {
    pass();
    return false;
  }
  hand_over(item, seen_);
  return true;
}

bool JsonItems::next_document(std::string_view& item) {
  if (is_closed_) return false;
  if (!is_at_end_) {
    is_too_long_ |= text_.size() - begin_ > kLongestItem;
    if (is_too_long_) text_.resize(begin_);
    return false;
  }
  is_closed_ = true;
  if (is_too_long_) text_.append(1, ' ');
  end_ = text_.size();
  if (end_ <= begin_) return false;
  hand_over(item, end_);
  return true;
}

void JsonItems::pass() {
  begin_ = end_;
  seen_ = end_;
  end_ = 0;
  place_ += 1.0;
}

/// Moves what is left to the front: once for each part, not for each item.
void JsonItems::compact() {
  if (begin_ == 0 || end_ > begin_) return;
  text_.erase(0, begin_);
  seen_ -= begin_;
  begin_ = 0;
}

}  // namespace gramme
