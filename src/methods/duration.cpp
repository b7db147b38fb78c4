// The time of a request at the power of its share of a server (docs/method.md#duration).
#include "methods/duration.hpp"
#include "methods/server_size.hpp"

namespace gramme {

namespace {

constexpr std::array<std::string_view, 8> kNames{
    "device_power_watts",       "batch_size",
    "output_tokens_per_second", "memory_overhead_factor",
    "quantization_bits",        "gpu_memory_gigabytes",
    "lifetime_hours",           "device_fabrication_kilograms_co2e"};

std::string_view missing_constant(const MethodProfile& profile) {
  return first_missing(profile, kNames.data(), kNames.data() + kNames.size());
}

DurationServer server_of(const MethodInput& in, const Ends& ends) {
  const MethodProfile& profile = in.profile;
  DurationServer server;
  server.devices = gpus_needed({constant(profile, "memory_overhead_factor").central,
                                in.parameters.total_billion.*ends.same,
                                constant(profile, "quantization_bits").central,
                                constant(profile, "gpu_memory_gigabytes").central});
  server.device_power = {constant(profile, "device_power_watts").*ends.same};
  server.batch_size = constant(profile, "batch_size").*ends.opposite;
  server.lifetime_hours = constant(profile, "lifetime_hours").*ends.opposite;
  server.fabrication_kilograms_co2e =
      server.devices * constant(profile, "device_fabrication_kilograms_co2e").*ends.same;
  return server;
}

Footprint compute(const MethodInput& in) { return footprint_of_duration(in, &server_of); }

}  // namespace

const Method kDuration{.id = "duration",
                       .missing_constant = &missing_constant,
                       .compute = &compute,
                       .warnings = &warnings_of_duration};

}  // namespace gramme
