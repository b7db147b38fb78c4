#include <array>

#include "api/call.hpp"

namespace gramme {

namespace {

/// The tools: one line each.
constexpr std::array kTools{
    CallEntry{"evaluate", &written<&evaluate_call>},
    CallEntry{"rank", &rank_call},
    CallEntry{"weighServiceUse", &weigh_service_use_call},
    CallEntry{"addServiceUse", &add_service_use_call},
    CallEntry{"judgeService", &judge_service_call},
    CallEntry{"reportServices", &report_services_call},
    CallEntry{"addSample", &add_sample_call},
    CallEntry{"weighRun", &weigh_run_call},
    CallEntry{"emissionsRow", &emissions_row_call},
    CallEntry{"widenEmissions", &widen_emissions_call},
};

}  // namespace

Core make_full_core() {
  Core core = make_core();
  core.tools = kTools;
  return core;
}

}  // namespace gramme
