// Writing JSON: text and number formats are nlohmann_json's.
#include <cmath>
#include <nlohmann/json.hpp>

#include "json/json.hpp"

namespace gramme {

namespace {

constexpr double kLargestExactInteger = 9007199254740992.0;

void append_number(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += "null";
  } else if (number == std::floor(number) && std::abs(number) < kLargestExactInteger) {
    out += std::to_string(static_cast<long long>(number));
  } else {
    out += nlohmann::json(number).dump();
  }
}

void append_text(std::string& out, const std::string& text) {
  out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void append(std::string& out, const Value& value);

void append_list(std::string& out, const List& items) {
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ',';
    append(out, items[i]);
  }
  out += ']';
}

void append_record(std::string& out, const Record& members) {
  out += '{';
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0) out += ',';
    append_text(out, members[i].key);
    out += ':';
    append(out, members[i].value);
  }
  out += '}';
}

void append(std::string& out, const Value& value) {
  if (const bool* flag = value.flag()) {
    out += *flag ? "true" : "false";
  } else if (const double* number = value.number()) {
    append_number(out, *number);
  } else if (const std::string* text = value.text()) {
    append_text(out, *text);
  } else if (const List* items = value.list()) {
    append_list(out, *items);
  } else if (const Record* members = value.record()) {
    append_record(out, *members);
  } else {
    out += "null";
  }
}

}  // namespace

std::string write_json(const Value& value) {
  std::string out;
  append(out, value);
  return out;
}

}  // namespace gramme
