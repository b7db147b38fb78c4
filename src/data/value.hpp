#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "gramme/range.hpp"

namespace gramme {

class Value;
struct Member;
using List = std::vector<Value>;
/// Members in the order they were written; keys are unique.
using Record = std::vector<Member>;

/// A document tree: what JSON and YAML readers produce and the JSON writer takes.
/// The rest of the core sees neither nlohmann_json nor yaml-cpp.
class Value {
 public:
  using State = std::variant<std::monostate, bool, double, std::string, List, Record>;

  Value() = default;
  Value(bool flag) : state_(flag) {}
  Value(double number) : state_(number) {}
  Value(std::string text) : state_(std::move(text)) {}
  Value(std::string_view text) : state_(std::string(text)) {}
  Value(const char* text) : state_(std::string(text)) {}
  Value(List items);
  Value(Record members);
  Value(const Range& range);

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(state_); }
  [[nodiscard]] const bool* flag() const { return std::get_if<bool>(&state_); }
  [[nodiscard]] const double* number() const { return std::get_if<double>(&state_); }
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&state_); }
  [[nodiscard]] const List* list() const { return std::get_if<List>(&state_); }
  [[nodiscard]] const Record* record() const { return std::get_if<Record>(&state_); }
  [[nodiscard]] List* list() { return std::get_if<List>(&state_); }
  [[nodiscard]] Record* record() { return std::get_if<Record>(&state_); }

  /// The member of that key, or null when this is no record or has none.
  [[nodiscard]] const Value* find(std::string_view key) const;

 private:
  State state_;
};

struct Member {
  std::string key;
  Value value;
};

}  // namespace gramme
