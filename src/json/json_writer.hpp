#pragma once

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
  /// Keys are the program's own or were read from JSON; they are escaped like any text.
  JsonWriter& key(std::string_view name);

  void null() { plain("null"); }
  void flag(bool value) { plain(value ? "true" : "false"); }
  void number(double value);
  void text(std::string_view value);
  void range(const Range& value);
  void range(const std::optional<Range>& value);
  void value(const Value& value);

 private:
  void separate() {
    if (needs_comma_) out_->push_back(',');
    needs_comma_ = true;
  }
  void open(char bracket) {
    separate();
    out_->push_back(bracket);
    needs_comma_ = false;
  }
  void close(char bracket) {
    out_->push_back(bracket);
    needs_comma_ = true;
  }
  void plain(std::string_view word) {
    separate();
    out_->append(word);
  }

  std::string* out_;
  bool needs_comma_ = false;
};

}  // namespace gramme
