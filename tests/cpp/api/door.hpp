#pragma once

#include "api/call.hpp"
#include "json/json.hpp"
#include "tokens/vocabularies.hpp"

namespace gramme::test {

/// A core over the shipped catalog, without vocabularies.
inline const Core& core() {
  static const Core instance = make_full_core();
  return instance;
}

/// A core of its own with these vocabularies of the build.
inline Core core_with(std::initializer_list<const char*> names) {
  Core core = make_full_core();
  for (const char* name : names) {
    const std::vector<std::uint8_t> bytes = vocabulary_file(name);
    const std::string_view view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    (void)load_vocabulary_call(core, std::string(name) + ".gvoc", view);
  }
  return core;
}

/// The door's answer as a document.
inline Value answer_of(std::string_view name, const std::string& request) {
  return parse_json(call(core(), name, request)).value();
}

/// The member at the end of a chain of keys. Precondition: it exists.
inline const Value& at(const Value& value, std::initializer_list<std::string_view> keys) {
  const Value* found = &value;
  for (const std::string_view key : keys) found = found->find(key);
  return *found;
}

/// "ok", or the code and path of the error, such as "missing_key /model".
inline std::string verdict_on(const std::string& envelope) {
  const Value answer = parse_json(envelope).value();
  if (*at(answer, {"ok"}).flag()) return "ok";
  return *at(answer, {"error", "code"}).text() + " " + *at(answer, {"error", "path"}).text();
}

inline std::string verdict(std::string_view name, const std::string& request) {
  return verdict_on(call(core(), name, request));
}

}  // namespace gramme::test
