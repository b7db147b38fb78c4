// The whole machine for one request, as first written (docs/method.md#duration-as-written).
#include "methods/duration.hpp"

namespace gramme {

namespace {

constexpr std::array<std::string_view, 5> kNames{"devices", "device_power_watts",
                                                 "output_tokens_per_second", "lifetime_hours",
                                                 "fabrication_kilograms_co2e"};

std::string_view missing_constant(const MethodProfile& profile) {
  return first_missing(profile, kNames.data(), kNames.data() + kNames.size());
}

DurationServer server_of(const MethodInput& in, const Ends& /*ends*/) {
  const MethodProfile& profile = in.profile;
  DurationServer server;
  server.devices = constant(profile, "devices").central;
  server.device_power = {constant(profile, "device_power_watts").central};
  server.lifetime_hours = constant(profile, "lifetime_hours").central;
  server.fabrication_kilograms_co2e = constant(profile, "fabrication_kilograms_co2e").central;
  return server;
}

Footprint compute(const MethodInput& in) { return footprint_of_duration(in, &server_of); }

std::vector<Warning> warnings(const MethodInput& in) {
  std::vector<Warning> out = warnings_of_duration(in);
  out.push_back(Warning{"whole_device_in_method",
                        "the formula gives the whole machine to one request, though requests "
                        "share it: its figures are far too high"});
  return out;
}

}  // namespace

const Method kDurationAsWritten{.id = "duration-as-written",
                                .missing_constant = &missing_constant,
                                .compute = &compute,
                                .warnings = &warnings};

}  // namespace gramme
