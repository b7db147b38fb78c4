#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "data/value.hpp"

namespace gramme {

/// Appends compact JSON to a text, value by value, for answers that are given often. Numbers are
/// written in the shortest form that reads back the same; what is not finite, as null.
/// The caller opens and closes what belongs together and gives each member of a record its key.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(&out) {}

  void open_record() { open('{'); }
  void close_record() { close('}'); }
  void open_list() { open('['); }
  void close_list() { close(']'); }
  /// A key of the program's own: plain ASCII that needs no escaping.
  template <std::size_t Size>
  JsonWriter& key(const char (&name)[Size]) {
    return own_key({name, Size - 1});
  }
  JsonWriter& own_key(std::string_view name) {
    put_quoted(name, ':');
    needs_comma_ = false;
    return *this;
  }
  /// A key that was read somewhere, escaped like any text.
  JsonWriter& key(const std::string& name);

  void null() { plain("null"); }
  void flag(bool value) { plain(value ? "true" : "false"); }
  void number(double value);
  void number(const std::optional<double>& value);
  void text(std::string_view value);
  /// A text, or null for an empty one.
  void text_or_null(std::string_view value);
  void range(const Range& value);
  void range(const std::optional<Range>& value);
  void value(const Value& value);

 private:
  void open(char bracket) {
    plain({&bracket, 1});
    needs_comma_ = false;
  }
  void close(char bracket) {
    needs_comma_ = false;
    plain({&bracket, 1});
  }
  /// Makes room for so many characters and a comma if one is due, which it writes.
  [[nodiscard]] char* make_room(std::size_t size) {
    const std::size_t before = out_->size();
    out_->resize(before + size + (needs_comma_ ? 1 : 0));
    char* place = out_->data() + before;
    if (needs_comma_) *place++ = ',';
    needs_comma_ = true;
    return place;
  }
  void plain(std::string_view word) { word.copy(make_room(word.size()), word.size()); }
  /// Text in quotes, then another character unless that is zero.
  void put_quoted(std::string_view text, char after);

  std::string* out_;
  bool needs_comma_ = false;
};

}  // namespace gramme
