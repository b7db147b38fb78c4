#include "data/value.hpp"

#include <algorithm>

namespace gramme {

Value::Value(List items) : state_(std::move(items)) {}

Value::Value(Record members) : state_(std::move(members)) {}

Value::Value(const Range& range)
    : state_(Record{{"low", range.low}, {"central", range.central}, {"high", range.high}}) {}

const Value* Value::find(std::string_view key) const {
  const Record* members = record();
  if (members == nullptr) return nullptr;
  for (const Member& member : *members) {
    // Most keys differ in length: then they are not even called to be compared.
    const bool is_same =
        member.key.size() == key.size() && std::equal(key.begin(), key.end(), member.key.begin());
    if (is_same) return &member.value;
  }
  return nullptr;
}

}  // namespace gramme
