// What the two methods that go by the time of a request share.
#include "methods/duration.hpp"
#include "methods/operational.hpp"

namespace gramme {

Seconds duration_of(const MethodInput& in, const Ends& ends) {
  if (in.exchange.latency_seconds) return Seconds{*in.exchange.latency_seconds};
  return Tokens{in.exchange.output_tokens.*ends.same} /
         TokensPerSecond{constant(in.profile, "output_tokens_per_second").*ends.opposite};
}

std::vector<Warning> warnings_of_duration(const MethodInput& in) {
  if (in.exchange.latency_seconds) return {};
  return {Warning{"speed_assumed",
                  "no measured time: taken from the output tokens at the profile's speed"}};
}

Footprint footprint_of_duration(const MethodInput& in,
                                DurationServer (*server_of)(const MethodInput&, const Ends&)) {
  const auto result_at = [&](const Ends& ends) {
    return duration_formula(server_of(in, ends), duration_of(in, ends),
                            in.placement.pue.*ends.same);
  };
  Footprint footprint = operational_footprint(
      in, at_each_end([&](const Ends& ends) { return result_at(ends).energy.value; }));
  footprint.embodied_grams_co2e =
      at_each_end([&](const Ends& ends) { return result_at(ends).embodied_grams_co2e; });
  footprint.grams_co2e = footprint.operational_grams_co2e + *footprint.embodied_grams_co2e;
  return footprint;
}

}  // namespace gramme
