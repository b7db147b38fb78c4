#pragma once

#include <string>
#include <string_view>

#include "json/json_writer.hpp"

namespace gramme {

/// A line of cells (RFC 4180: quotes doubled).
class CsvLine {
 public:
  /// A text; one that a spreadsheet would take for a formula begins with ' (OWASP, CSV injection).
  void text(std::string_view cell) {
    if (is_formula(cell)) {
      as_is("'" + std::string(cell));
    } else {
      as_is(cell);
    }
  }

  /// A cell as another program wrote it.
  void as_is(std::string_view cell) {
    begin_cell();
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      line_ += cell;
      return;
    }
    line_ += '"';
    for (const char letter : cell) {
      if (letter == '"') line_ += '"';
      line_ += letter;
    }
    line_ += '"';
  }

  void number(double value) {
    begin_cell();
    JsonWriter(line_).number(value);
  }

  /// Low, central and high in three cells.
  void range(const Range& range) {
    number(range.low);
    number(range.central);
    number(range.high);
  }

  [[nodiscard]] std::string ended(std::string_view line_end = "\r\n") && {
    return std::move(line_) + std::string(line_end);
  }

 private:
  static bool is_formula(std::string_view cell) {
    return !cell.empty() &&
           std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
  }

  void begin_cell() {
    if (!is_first_) line_ += ',';
    is_first_ = false;
  }

  std::string line_;
  bool is_first_ = true;
};

}  // namespace gramme
