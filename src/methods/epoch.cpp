// Epoch AI's estimate as a registered method: arithmetic of the answer at a share of the peak.
#include "methods/epoch_formula.hpp"
#include "methods/method.hpp"
#include "methods/operational.hpp"

namespace gramme {

namespace {

constexpr std::array<std::string_view, 4> kNames{"peak_flop_per_second", "flop_utilization",
                                                 "gpu_power_watts", "power_share"};

std::string_view missing_constant(const MethodProfile& profile) {
  return first_missing(profile, kNames.data(), kNames.data() + kNames.size());
}

double energy_of(const MethodInput& in, double Range::*same, double Range::*opposite) {
  const MethodProfile& profile = in.profile;
  const EpochServer server{constant(profile, "peak_flop_per_second").*opposite,
                           constant(profile, "flop_utilization").*opposite,
                           {constant(profile, "gpu_power_watts").*same},
                           constant(profile, "power_share").*same};
  const EpochInputs inputs{in.parameters.active_billion.*same,
                           {in.exchange.output_tokens.*same},
                           in.placement.pue.*same};
  return epoch_formula(server, inputs).energy.value;
}

Footprint compute(const MethodInput& in) {
  return operational_footprint(in, {energy_of(in, &Range::low, &Range::high),
                                    energy_of(in, &Range::central, &Range::central),
                                    energy_of(in, &Range::high, &Range::low)});
}

}  // namespace

const Method kEpoch{"epoch-2025", &missing_constant, &compute};

}  // namespace gramme
