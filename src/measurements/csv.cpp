#include "measurements/csv.hpp"

#include <algorithm>

namespace gramme {

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
  const std::size_t end = std::min(part.find_first_of(",\r\n"), part.size());
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
  is_complete_ = false;
  was_quoted_ = false;
  ++row_;
}

Problem CsvRecords::take_problem() {
  if (too_large_column_ == 0) return std::nullopt;
  return fail(ErrorCode::too_large,
              "/rows/" + std::to_string(row_) + "/" + std::to_string(too_large_column_),
              "a field has at most 1 MiB, a row 4 MiB and 1024 fields");
}

Error CsvRecords::unclosed() const {
  return fail(ErrorCode::invalid_csv,
              "/rows/" + std::to_string(row_) + "/" + std::to_string(ends_.size() + 1),
              "a quoted field is never closed: the file may be cut off");
}

}  // namespace gramme
