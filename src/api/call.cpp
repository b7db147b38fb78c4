#include "api/call.hpp"

#include <array>
#include <exception>

#include "api/envelope.hpp"

namespace gramme {

namespace {

/// Every function of the door: one line each.
constexpr std::array kCalls{
    CallEntry{"version", &version_call},      CallEntry{"estimate", &estimate_call},
    CallEntry{"evaluate", &evaluate_call},    CallEntry{"record", &record_call},
    CallEntry{"rollUp", &roll_up_call},       CallEntry{"list", &list_call},
    CallEntry{"resolveModel", &resolve_call}, CallEntry{"decode", &decode_call},
    CallEntry{"countChat", &count_chat_call},
};

Result<Value> dispatch(const Core& core, std::string_view name, std::string_view request) {
  for (const CallEntry& entry : kCalls) {
    if (entry.name != name) continue;
    Result<Value> document = parse_json(request);
    if (!document) return document;
    return entry.function(core, *document);
  }
  return fail(ErrorCode::unknown_function, "", "the core has no such function");
}

}  // namespace

std::string call(const Core& core, std::string_view name, std::string_view request) noexcept {
  return enveloped([&] { return dispatch(core, name, request); });
}

Result<Value> version_call(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {});
  if (reading.problem) return *reading.problem;
  List methods;
  for (const MethodEntry& method : core.catalog->methods) methods.emplace_back(method.id);
  return Value{Record{{"methodology", std::string_view(kMethodologyVersion)},
                      {"models", static_cast<double>(core.catalog->models.size())},
                      {"regions", static_cast<double>(core.catalog->regions.size())},
                      {"methods", std::move(methods)}}};
}

}  // namespace gramme
