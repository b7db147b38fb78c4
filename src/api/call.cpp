#include "api/call.hpp"

#include <algorithm>
#include <array>
#include <exception>

#include "api/envelope.hpp"

namespace gramme {

namespace {

/// Every function of the door: one line each.
constexpr std::array kCalls{
    CallEntry{"version", &written<&version_call>},
    CallEntry{"estimate", &estimate_call},
    CallEntry{"explain", &explain_call},
    CallEntry{"record", &record_call},
    CallEntry{"recompute", &recompute_call},
    CallEntry{"rollUp", &roll_up_call},
    CallEntry{"derive", &derive_call},
    CallEntry{"merge", &merge_call},
    CallEntry{"adopt", &adopt_call},
    CallEntry{"exportCsv", &export_csv_call},
    CallEntry{"judgeBudgets", &judge_budgets_call},
    CallEntry{"forecast", &forecast_call},
    CallEntry{"compare", &compare_call},
    CallEntry{"usageOf", &usage_of_call},
    CallEntry{"list", &list_call},
    CallEntry{"resolveModel", &written<&resolve_call>},
    CallEntry{"decode", &written<&decode_call>},
    CallEntry{"countChat", &written<&count_chat_call>},
};

const CallEntry* find_call(std::span<const CallEntry> calls, std::string_view name) {
  const auto found = std::find_if(calls.begin(), calls.end(),
                                  [&](const CallEntry& entry) { return entry.name == name; });
  return found == calls.end() ? nullptr : &*found;
}

struct CallText {
  std::string_view name;
  std::string_view request;
};

Problem dispatch(const Core& core, const CallText& call, JsonWriter& answer) {
  const CallEntry* entry = find_call(kCalls, call.name);
  if (entry == nullptr) entry = find_call(core.tools, call.name);
  if (entry == nullptr) {
    return fail(ErrorCode::unknown_function, "",
                "the core has no such function; some are in the full one alone (gramme/full)");
  }
  const Result<Value> document = parse_json(call.request);
  if (!document) return document.error();
  return entry->function(core, *document, answer);
}

}  // namespace

std::string call(const Core& core, std::string_view name, std::string_view request) noexcept {
  return enveloped_writing([&](JsonWriter& answer) {
    return dispatch(core, {name, request}, answer);
  });
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
