// The calculator of the project's origin, faults included, to give its published results.
#include "methods/method.hpp"
#include "methods/operational.hpp"
#include "methods/prefill_decode_as_written_formula.hpp"

namespace gramme {

namespace {

constexpr std::array<std::string_view, 4> kNames{"gpu_power_watts", "cpu_power_watts", "cpu_share",
                                                 "tokens_per_second"};

std::string_view missing_constant(const MethodProfile& profile) {
  return first_missing(profile, kNames.data(), kNames.data() + kNames.size());
}

AsWrittenServer server_of(const MethodProfile& profile) {
  return {Watts{constant(profile, "gpu_power_watts").central},
          Watts{constant(profile, "cpu_power_watts").central},
          constant(profile, "cpu_share").central,
          TokensPerSecond{constant(profile, "tokens_per_second").central}};
}

double energy_of(const MethodInput& in, double Range::*bound) {
  const Exchange& exchange = in.exchange;
  // The original knows no cache: whatever the model reads is input.
  const Tokens input{exchange.input_tokens.*bound + exchange.cached_input_tokens.*bound};
  const AsWrittenInputs inputs{input, Tokens{exchange.output_tokens.*bound},
                               in.placement.pue.*bound};
  return to_watt_hours(prefill_decode_as_written_formula(server_of(in.profile), inputs).energy)
      .value;
}

Footprint compute(const MethodInput& in) {
  return operational_footprint(in, {energy_of(in, &Range::low), energy_of(in, &Range::central),
                                    energy_of(in, &Range::high)});
}

std::vector<Warning> warnings(const MethodInput& /*in*/) { return {dimension_error_warning()}; }

}  // namespace

const Method kPrefillDecodeAsWritten{.id = "prefill-decode-as-written",
                                     .missing_constant = &missing_constant,
                                     .compute = &compute,
                                     .warnings = &warnings};

}  // namespace gramme
