#include "catalog/entry_reader.hpp"

#include <algorithm>

namespace gramme {

namespace {

constexpr std::size_t kLongestId = 64;
constexpr Bounds kParametersBillion{0.001, 100000.0};

bool is_id_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
         letter == '.' || letter == '_';
}

bool is_id(const std::string& id) {
  return !id.empty() && id.size() <= kLongestId && std::all_of(id.begin(), id.end(), is_id_letter);
}

}  // namespace

Source read_source(Fields& fields) {
  for (const std::string_view key : {"source", "as_of"}) {
    const Value* found = fields.find(key);
    if (found != nullptr && found->text() != nullptr && !found->text()->empty()) continue;
    fields.reading().report(ErrorCode::missing_source, fields.at(key),
                            "every entry names its source and its date as text");
  }
  return Source{fields.optional_text("source").value_or(std::string{}),
                fields.optional_text("as_of").value_or(std::string{})};
}

std::string read_id(Fields& fields) {
  std::string id = fields.text("id");
  if (!fields.reading().problem && !is_id(id)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("id"),
                            "an id has 1-64 lower-case letters, digits, dashes or dots");
  }
  return id;
}

Parameters read_parameters(Fields& fields) {
  const Parameters parameters{fields.range("total_parameters_billion", kParametersBillion),
                              fields.range("active_parameters_billion", kParametersBillion)};
  const Range& active = parameters.active_billion;
  const Range& total = parameters.total_billion;
  if (active.low > total.low || active.central > total.central || active.high > total.high) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("active_parameters_billion"),
                            "active parameters cannot exceed total parameters");
  }
  return parameters;
}

}  // namespace gramme
