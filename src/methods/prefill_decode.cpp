// Prefill and decode time at the power of the share of a server (docs/method.md#prefill-decode).
#include "gramme/units.hpp"
#include "methods/ends.hpp"
#include "methods/method.hpp"
#include "methods/operational.hpp"
#include "methods/server_size.hpp"

namespace gramme {

namespace {

constexpr std::array<std::string_view, 10> kNames{
    "gpu_power_watts",           "gpu_power_share",
    "host_power_watts",          "batch_size",
    "prefill_tokens_per_second", "decode_tokens_per_second",
    "memory_overhead_factor",    "quantization_bits",
    "gpu_memory_gigabytes",      "cached_input_work_share"};

std::string_view missing_constant(const MethodProfile& profile) {
  return first_missing(profile, kNames.data(), kNames.data() + kNames.size());
}

Seconds time_of(const MethodInput& in, const Ends& ends) {
  const MethodProfile& profile = in.profile;
  const double cached = in.exchange.cached_input_tokens.*ends.same *
                        constant(profile, "cached_input_work_share").*ends.same;
  const Tokens prefilled{in.exchange.input_tokens.*ends.same + cached};
  const Tokens decoded{in.exchange.output_tokens.*ends.same};
  return prefilled /
             TokensPerSecond{constant(profile, "prefill_tokens_per_second").*ends.opposite} +
         decoded / TokensPerSecond{constant(profile, "decode_tokens_per_second").*ends.opposite};
}

WattHours energy_of(const MethodInput& in, const Ends& ends) {
  const MethodProfile& profile = in.profile;
  const double gpus = gpus_needed({constant(profile, "memory_overhead_factor").central,
                                   in.parameters.total_billion.*ends.same,
                                   constant(profile, "quantization_bits").central,
                                   constant(profile, "gpu_memory_gigabytes").central});
  const Watts per_gpu = Watts{constant(profile, "gpu_power_watts").*ends.same} *
                            (constant(profile, "gpu_power_share").*ends.same) +
                        Watts{constant(profile, "host_power_watts").*ends.same};
  const Watts share = per_gpu * gpus / (constant(profile, "batch_size").*ends.opposite);
  return to_watt_hours(share * time_of(in, ends) * (in.placement.pue.*ends.same));
}

Footprint compute(const MethodInput& in) {
  return operational_footprint(
      in, at_each_end([&](const Ends& ends) { return energy_of(in, ends).value; }));
}

}  // namespace

const Method kPrefillDecode{"prefill-decode", &missing_constant, &compute};

}  // namespace gramme
