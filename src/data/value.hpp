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

  // Defined below Member: a record cannot be made or destroyed before its members are complete.
  Value();
  Value(bool flag);
  Value(double number);
  Value(std::string text);
  Value(std::string_view text);
  Value(const char* text);
  Value(List items);
  Value(Record members);
  Value(const Range& range);
  Value(const Value& other);
  Value(Value&& other) noexcept;
  Value& operator=(const Value& other);
  Value& operator=(Value&& other) noexcept;
  ~Value();

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

inline Value::Value() = default;
inline Value::Value(bool flag) : state_(flag) {}
inline Value::Value(double number) : state_(number) {}
inline Value::Value(std::string text) : state_(std::move(text)) {}
inline Value::Value(std::string_view text) : state_(std::string(text)) {}
inline Value::Value(const char* text) : state_(std::string(text)) {}
inline Value::Value(const Value& other) = default;
inline Value::Value(Value&& other) noexcept = default;
inline Value& Value::operator=(const Value& other) = default;
inline Value& Value::operator=(Value&& other) noexcept = default;
inline Value::~Value() = default;

}  // namespace gramme
