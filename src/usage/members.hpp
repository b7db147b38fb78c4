#pragma once

#include <string_view>

#include "data/value.hpp"

namespace gramme {

// Members of documents that others write: what is absent or of another type is nothing.

[[nodiscard]] inline std::string_view text_at(const Value& value, std::string_view key) {
  const Value* const member = value.find(key);
  const std::string* const text = member == nullptr ? nullptr : member->text();
  return text == nullptr ? std::string_view{} : std::string_view(*text);
}

[[nodiscard]] inline double number_at(const Value& value, std::string_view key) {
  const Value* const member = value.find(key);
  const double* const number = member == nullptr ? nullptr : member->number();
  return number == nullptr ? 0.0 : *number;
}

[[nodiscard]] inline const List* list_at(const Value& value, std::string_view key) {
  const Value* const member = value.find(key);
  return member == nullptr ? nullptr : member->list();
}

}  // namespace gramme
