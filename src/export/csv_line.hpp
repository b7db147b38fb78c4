#pragma once

#include <string>
#include <string_view>

#include "json/json_writer.hpp"

namespace gramme {

/// A line of cells (RFC 4180: CRLF, quotes doubled). Texts that a spreadsheet would take for a
/// formula begin with an apostrophe.
class CsvLine {
 public:
  void text(std::string_view cell) {
    begin_cell();
    const std::string safe = is_formula(cell) ? "'" + std::string(cell) : std::string(cell);
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
      line_ += safe;
      return;
    }
    line_ += '"';
    for (const char letter : safe) {
      if (letter == '"') line_ += '"';
      line_ += letter;
    }
    line_ += '"';
  }

  void number(double value) {
    begin_cell();
    JsonWriter(line_).number(value);
  }

  [[nodiscard]] std::string ended() && { return std::move(line_) + "\r\n"; }

 private:
  /// What spreadsheets take for the beginning of a formula (OWASP, CSV injection).
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
