#include "measurements/csv.hpp"

#include <algorithm>

#include "measurements/field_end.hpp"

namespace gramme {

/// Cuts a record that lies in the part as a whole, with its line end. 0: it does not, or is a rare
/// case (an empty line, text after a closing quote, over a cap) that `take` goes through.
std::size_t CsvRecords::take_whole(std::string_view part) {
  if (part.front() == '\n' || part.front() == '\r') return 0;
  fields_.clear();
  for (std::size_t at = 0; at < part.size() && fields_.size() < kMostFields; ++at) {
    at = part[at] == '"' ? cut_quoted(part, at + 1) : cut_plain(part, at);
    if (at >= part.size() || fields_.back().size() > kLongestField) break;
    if (part[at] == ',') continue;
    if (at > kLongestRecord) break;
    is_after_return_ = part[at] == '\r';
    is_whole_ = true;
    is_complete_ = true;
    return at + 1;
  }
  abandon_whole();
  return 0;
}

/// Where the field ends, or the size of the part.
std::size_t CsvRecords::cut_plain(std::string_view part, std::size_t at) {
  const std::size_t end = find_field_end(part, at);
  fields_.push_back(part.substr(at, end - at));
  return end;
}

std::size_t CsvRecords::cut_quoted(std::string_view part, std::size_t at) {
  std::size_t begin = at;
  std::size_t quote = part.find('"', begin);
  const std::size_t copy_begin = text_.size();
  while (quote != std::string_view::npos && quote + 1 < part.size() && part[quote + 1] == '"') {
    text_.append(part, begin, quote + 1 - begin);
    begin = quote + 2;
    quote = part.find('"', begin);
  }
  const bool has_end =
      quote != std::string_view::npos && quote + 1 < part.size() && is_field_end(part[quote + 1]);
  fields_.emplace_back(part.substr(begin, has_end ? quote - begin : 0));
  if (!has_end) return part.size();
  if (begin == at) return quote + 1;
  text_.append(fields_.back());
  copied_.push_back({fields_.size() - 1, copy_begin, text_.size() - copy_begin});
  return text_.size() - copy_begin > kLongestField ? part.size() : quote + 1;
}

void CsvRecords::abandon_whole() {
  fields_.clear();
  copied_.clear();
  text_.clear();
}

std::size_t CsvRecords::take(std::string_view part) {
  if (is_after_return_) {
    is_after_return_ = false;
    if (part.front() == '\n') return 1;
  }
  if (state_ == State::quoted) return take_quoted(part);
  if (state_ == State::field_start && part.front() == '"') {
    state_ = State::quoted;
    was_quoted_ = true;
    return 1;
  }
  if (state_ == State::quote_in_quoted && part.front() == '"') {
    append("\"");
    state_ = State::quoted;
    return 1;
  }
  return take_plain(part);
}

/// Up to and with the end of the field.
std::size_t CsvRecords::take_plain(std::string_view part) {
  state_ = State::plain;
  const std::size_t end = find_field_end(part, 0);
  append(part.substr(0, end));
  if (end == part.size()) return end;
  if (part[end] == ',') {
    end_field();
  } else {
    is_after_return_ = part[end] == '\r';
    end_record();
  }
  return end + 1;
}

std::size_t CsvRecords::take_quoted(std::string_view part) {
  const std::size_t end = part.find('"');
  append(part.substr(0, end));
  if (end == std::string_view::npos) return part.size();
  state_ = State::quote_in_quoted;
  return end + 1;
}

void CsvRecords::append(std::string_view text) {
  const std::size_t begin = ends_.empty() ? 0 : ends_.back();
  const std::size_t size = text_.size() + text.size();
  if (size - begin > kLongestField || size > kLongestRecord) {
    refuse();
    return;
  }
  text_.append(text);
}

/// What is too large is told when the part in hand has been taken: the place is kept until then.
void CsvRecords::refuse() {
  if (too_large_column_ == 0) too_large_column_ = ends_.size() + 1;
}

void CsvRecords::end_field() {
  ends_.push_back(text_.size());
  state_ = State::field_start;
  if (ends_.size() > kMostFields) refuse();
}

void CsvRecords::end_record() {
  state_ = State::field_start;
  if (is_empty()) {
    ++row_;
    return;
  }
  end_field();
  is_complete_ = true;
}

const std::vector<std::string_view>& CsvRecords::fields() {
  if (is_whole_) {
    for (const auto& [field, begin, size] : copied_) {
      fields_[field] = std::string_view(text_).substr(begin, size);
    }
    return fields_;
  }
  fields_.clear();
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    fields_.push_back(std::string_view(text_).substr(begin, end - begin));
    begin = end;
  }
  return fields_;
}

void CsvRecords::clear() {
  text_.clear();
  ends_.clear();
  copied_.clear();
  is_whole_ = false;
  is_complete_ = false;
  was_quoted_ = false;
  ++row_;
}

Problem CsvRecords::take_problem() {
  if (too_large_column_ == 0) return std::nullopt;
  return fail(ErrorCode::too_large,
              "/rows/" + std::to_string(row_) + "/" + std::to_string(too_large_column_),
              "a field has at most 8 MiB, a row 16 MiB and 1024 fields");
}

Error CsvRecords::unclosed() const {
  return fail(ErrorCode::invalid_csv,
              "/rows/" + std::to_string(row_) + "/" + std::to_string(ends_.size() + 1),
              "a quoted field is never closed: the file may be cut off");
}

}  // namespace gramme
