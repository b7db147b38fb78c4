#include <algorithm>

#include "methods/method.hpp"

namespace gramme {

namespace {

/// Every method: one line each.
const std::array<const Method*, 9> kMethods{
    &kRoofline, &kEcologits,         &kPrefillDecode, &kPrefillDecodeAsWritten,
    &kDuration, &kDurationAsWritten, &kPerToken,      &kJegham,
    &kEpoch};

}  // namespace

const Range& constant(const MethodProfile& profile, std::string_view name) {
  static const Range kNothing{};
  for (const auto& [key, figure] : profile.constants) {
    if (key == name) return figure;
  }
  return kNothing;
}

std::string_view first_missing(const MethodProfile& profile, const std::string_view* begin,
                               const std::string_view* end) {
  const auto is_missing = [&](std::string_view name) {
    return std::none_of(profile.constants.begin(), profile.constants.end(),
                        [&](const auto& entry) { return entry.first == name; });
  };
  const std::string_view* missing = std::find_if(begin, end, is_missing);
  return missing == end ? std::string_view{} : *missing;
}

const Method* find_method(std::string_view id) {
  for (const Method* method : kMethods) {
    if (method->id == id) return method;
  }
  return nullptr;
}

Result<ChosenMethod> choose_method(const Catalog& catalog, const std::string& id,
                                   const std::string& profile) {
  ChosenMethod chosen{find_method(id), find_by_id(catalog.methods, id), nullptr};
  if (chosen.method == nullptr || chosen.entry == nullptr) {
    return fail(ErrorCode::unknown_method, "/method",
                "\"" + id.substr(0, 60) + "\" is not a known method; `gramme methods` lists them");
  }
  const std::string& wanted = profile.empty() ? chosen.entry->default_profile : profile;
  chosen.profile = find_by_id(chosen.entry->profiles, wanted);
  if (chosen.profile == nullptr) {
    return fail(ErrorCode::unknown_method, "/profile",
                "the method has no profile \"" + wanted.substr(0, 60) + "\"");
  }
  return chosen;
}

Problem check_methods(const Catalog& catalog) {
  for (std::size_t i = 0; i < catalog.methods.size(); ++i) {
    const MethodEntry& entry = catalog.methods[i];
    const std::string path = "methods[" + std::to_string(i) + "]";
    const Method* method = find_method(entry.id);
    if (method == nullptr) {
      return fail(ErrorCode::unknown_method, path + ".id", "no code computes " + entry.id);
    }
    for (const MethodProfile& profile : entry.profiles) {
      const std::string_view missing = method->missing_constant(profile);
      if (missing.empty()) continue;
      return fail(ErrorCode::missing_key, path + ".profiles." + profile.id,
                  "the constant " + std::string(missing) + " is missing");
    }
  }
  return std::nullopt;
}

}  // namespace gramme
