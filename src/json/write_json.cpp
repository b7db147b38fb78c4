// Writing JSON: number formats and the escaping of unusual texts are nlohmann_json's.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "json/json.hpp"
#include "json/json_writer.hpp"

namespace gramme {

namespace {

constexpr double kLargestExactInteger = 9007199254740992.0;
constexpr std::size_t kLongestNumber = 64;

/// Printable ASCII but the two characters that JSON escapes.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) {
    return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\';
  });
}

}  // namespace

JsonWriter& JsonWriter::key(const std::string& name) {
  text(name);
  out_->push_back(':');
  needs_comma_ = false;
  return *this;
}

void JsonWriter::put_quoted(std::string_view text, char after) {
  char* place = make_room(text.size() + (after == '\0' ? 2 : 3));
  *place++ = '"';
  place += text.copy(place, text.size());
  *place++ = '"';
  if (after != '\0') *place = after;
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  std::array<char, kLongestNumber> digits{};
  const bool is_integer = value == std::floor(value) && std::abs(value) < kLargestExactInteger;
  const char* end =
      is_integer ? std::to_chars(digits.data(), digits.data() + digits.size(),
                                 static_cast<long long>(value))
                       .ptr
                 : nlohmann::detail::to_chars(digits.data(), digits.data() + digits.size(), value);
  plain({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::text(std::string_view value) {
  if (!is_plain(value)) {
    return plain(
        nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  }
  put_quoted(value, '\0');
}

void JsonWriter::number(const std::optional<double>& value) {
  if (value) {
    number(*value);
  } else {
    null();
  }
}

void JsonWriter::text_or_null(std::string_view value) {
  if (value.empty()) {
    null();
  } else {
    text(value);
  }
}

void JsonWriter::range(const Range& value) {
  open_record();
  key("low").number(value.low);
  key("central").number(value.central);
  key("high").number(value.high);
  close_record();
}

void JsonWriter::range(const std::optional<Range>& value) {
  if (value) {
    range(*value);
  } else {
    null();
  }
}

void JsonWriter::value(const Value& value) {
  if (const bool* is_set = value.flag()) return flag(*is_set);
  if (const double* figure = value.number()) return number(*figure);
  if (const std::string* words = value.text()) return text(*words);
  if (const List* items = value.list()) {
    open_list();
    for (const Value& item : *items) this->value(item);
    return close_list();
  }
  const Record* members = value.record();
  if (members == nullptr) return null();
  open_record();
  for (const Member& member : *members) key(member.key).value(member.value);
  close_record();
}

std::string write_json(const Value& value) {
  std::string out;
  JsonWriter(out).value(value);
  return out;
}

}  // namespace gramme
