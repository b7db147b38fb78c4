#include <array>

#include "api/call.hpp"

namespace gramme {

namespace {

/// The tools: one line each.
constexpr std::array kTools{CallEntry{"evaluate", &written<&evaluate_call>}};

}  // namespace

Core make_full_core() {
  Core core = make_core();
  core.tools = kTools;
  return core;
}

}  // namespace gramme
