// Epoch AI's estimate as a registered method: arithmetic of the answer at a share of the peak.
#include "methods/ends.hpp"
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

double energy_of(const MethodInput& in, const Ends& ends) {
  const MethodProfile& profile = in.profile;
  const EpochServer server{constant(profile, "peak_flop_per_second").*ends.opposite,
                           constant(profile, "flop_utilization").*ends.opposite,
                           {constant(profile, "gpu_power_watts").*ends.same},
                           constant(profile, "power_share").*ends.same};
  const EpochInputs inputs{in.parameters.active_billion.*ends.same,
                           {in.exchange.output_tokens.*ends.same},
                           in.placement.pue.*ends.same};
  return epoch_formula(server, inputs).energy.value;
}

Footprint compute(const MethodInput& in) {
  return operational_footprint(in,
                               at_each_end([&](const Ends& ends) { return energy_of(in, ends); }));
}

}  // namespace

const Method kEpoch{"epoch-2025", &missing_constant, &compute};

}  // namespace gramme
