#pragma once

#include "api/door.hpp"

namespace gramme::test {

/// A matrix of measured services on one grid, with PUE 1 and criteria of the caller.
inline std::string measured_matrix(const std::string& criteria, const std::string& rows) {
  return "region: fra\npue: 1\ncriteria:\n" + criteria +
         "services:\n- id: s\n  kind: measured\n  languages:\n" + rows;
}

/// The value of the answer. Precondition: there is one.
inline Value decided(const std::string& matrix, const std::string& request = "{}") {
  const Value answer = parse_json(decide_call(core(), request, matrix)).value();
  return at(answer, {"value"});
}

/// The n-th row by rank of the matrix as it is, or as it was changed.
inline Value row_of(const Value& answer, std::size_t place, std::string_view which = "now") {
  return (*at(answer, {which, "rows"}).list())[place];
}

inline double number_at(const Value& value, std::initializer_list<std::string_view> keys) {
  return *at(value, keys).number();
}

inline std::string text_at(const Value& value, std::initializer_list<std::string_view> keys) {
  return *at(value, keys).text();
}

/// Codes of the warnings of the matrix as it is.
inline std::string codes_of(const Value& answer, std::string_view which = "now") {
  std::string out;
  for (const Value& warning : *at(answer, {which, "warnings"}).list()) {
    out += text_at(warning, {"code"}) + " ";
  }
  return out;
}

}  // namespace gramme::test
