#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

MethodProfile read_profile(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"id", "constants", "source", "as_of"});
  MethodProfile profile;
  profile.id = read_id(fields);
  profile.source = read_source(fields);
  const Value* constants = fields.find("constants");
  const Record* members = constants == nullptr ? nullptr : constants->record();
  if (members == nullptr) {
    reading.report(ErrorCode::missing_key, fields.at("constants"), "a record of named constants");
    return profile;
  }
  const Path constants_path = fields.at("constants");
  Fields values(*constants, constants_path, reading);
  for (const Member& member : *members) {
    profile.constants.emplace_back(member.key, values.range(member.key, Bounds{}));
  }
  return profile;
}

}  // namespace

MethodEntry read_method(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "default_profile", "boundary", "profiles", "source", "as_of"});
  MethodEntry method;
  method.id = read_id(fields);
  method.name = fields.text("name");
  method.default_profile = fields.text("default_profile");
  method.boundary = fields.texts("boundary");
  method.source = read_source(fields);
  const List* profiles = fields.list("profiles");
  if (profiles == nullptr) {
    reading.report(ErrorCode::missing_key, fields.at("profiles"), "a method has profiles");
    return method;
  }
  const Path list_path = fields.at("profiles");
  for (std::size_t i = 0; i < profiles->size(); ++i) {
    const Path profile_path{&list_path, {}, static_cast<int>(i)};
    MethodProfile profile = read_profile((*profiles)[i], profile_path, reading);
    if (find_by_id(method.profiles, profile.id) != nullptr) {
      reading.report(ErrorCode::duplicate_id, profile_path, "the id " + profile.id + " is taken");
    }
    method.profiles.push_back(std::move(profile));
  }
  if (find_by_id(method.profiles, method.default_profile) == nullptr) {
    reading.report(ErrorCode::dangling_reference, fields.at("default_profile"),
                   "no profile has the id " + method.default_profile);
  }
  return method;
}

}  // namespace gramme
