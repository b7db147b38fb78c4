#include "api/formula.hpp"

#include <algorithm>
#include <cmath>

namespace gramme {

namespace {

constexpr Bounds kConstant{1e-18, 1e18};

/// Puts the caller's constants over the profile's; problems are in the request's reading.
void replace_constants(MethodProfile& profile, Fields& request) {
  const Value* overrides = request.find("constants");
  if (overrides == nullptr) return;
  const Path path = request.at("constants");
  Fields values(*overrides, path, request.reading());
  if (request.reading().problem) return;
  for (const Member& member : *overrides->record()) {
    const auto known = std::find_if(profile.constants.begin(), profile.constants.end(),
                                    [&](const auto& entry) { return entry.first == member.key; });
    if (known == profile.constants.end()) {
      request.reading().report(ErrorCode::unknown_key, values.at(member.key),
                               "the method has no such constant");
      return;
    }
    known->second = values.range(member.key, kConstant);
  }
}

}  // namespace

Fields formula_inputs(Fields& request, std::initializer_list<std::string_view> known_keys) {
  return Fields(request.find_or_empty("inputs"), request.at("inputs"), request.reading(),
                known_keys);
}

Result<Value> formula_answer(const Reading& reading, std::initializer_list<Figure> figures) {
  if (reading.problem) return *reading.problem;
  Record out;
  for (const Figure& figure : figures) {
    if (!std::isfinite(figure.value)) {
      return fail(ErrorCode::out_of_range, "/inputs", "the result is too large to be a number");
    }
    out.push_back({std::string(figure.name), figure.value});
  }
  return Value{std::move(out)};
}

Result<MethodProfile> formula_profile(const FormulaRequest& request, std::string_view method_id) {
  const std::string id = request.fields.text("profile");
  if (request.fields.reading().problem) return *request.fields.reading().problem;
  const MethodEntry* method = find_by_id(request.catalog.methods, method_id);
  const MethodProfile* found = method == nullptr ? nullptr : find_by_id(method->profiles, id);
  if (found == nullptr) {
    return fail(ErrorCode::unknown_method, "/profile", "the method has no such profile");
  }
  MethodProfile profile = *found;
  replace_constants(profile, request.fields);
  if (request.fields.reading().problem) return *request.fields.reading().problem;
  return profile;
}

}  // namespace gramme
