#include "methods/sci_formula.hpp"

#include <algorithm>
#include <array>

namespace gramme {

namespace {

// Defaults of Green-Software-Foundation/if (MIT), builtins of commit 0829a39.
constexpr double kBaselineVcpus = 1.0;
constexpr double kBaselineMemoryGigabytes = 16.0;
constexpr double kBaselineGramsCo2e = 1'000'000.0;
constexpr double kGramsCo2ePerVcpu = 100'000.0;
constexpr double kKilogramsCo2ePerGigabyte = 533.0 / 384.0;
constexpr double kGramsCo2ePerSsd = 50'000.0;
constexpr double kGramsCo2ePerHdd = 100'000.0;
constexpr double kGramsCo2ePerGpu = 150'000.0;
constexpr Seconds kLifespan{126'144'000.0};

struct LoadPoint {
  double utilization;
  double power_share;
};

constexpr std::array kTeadsCurve{LoadPoint{0.0, 0.12}, LoadPoint{0.1, 0.32}, LoadPoint{0.5, 0.75},
                                 LoadPoint{1.0, 1.02}};

}  // namespace

double sci_grams_per_unit(double operational_grams_co2e, double embodied_grams_co2e,
                          double functional_units) {
  return (operational_grams_co2e + embodied_grams_co2e) / functional_units;
}

double sci_embodied_grams_co2e(const SciServer& server, Seconds time) {
  const double memory = (server.memory_gigabytes - kBaselineMemoryGigabytes) *
                        kKilogramsCo2ePerGigabyte * kGramsPerKilogram;
  const double whole = kBaselineGramsCo2e + (server.vcpus - kBaselineVcpus) * kGramsCo2ePerVcpu +
                       memory + server.ssds * kGramsCo2ePerSsd + server.hdds * kGramsCo2ePerHdd +
                       server.gpus * kGramsCo2ePerGpu;
  return server.usage_ratio * (time / kLifespan) * whole;
}

double teads_power_share(double utilization) {
  const auto upper = std::find_if(kTeadsCurve.begin() + 1, kTeadsCurve.end() - 1,
                                  [&](const LoadPoint& p) { return utilization <= p.utilization; });
  const LoadPoint& from = *(upper - 1);
  const double part = (utilization - from.utilization) / (upper->utilization - from.utilization);
  return from.power_share + part * (upper->power_share - from.power_share);
}

KilowattHours teads_energy(const TeadsLoad& load, Seconds time) {
  const Watts power = load.thermal_design_power * teads_power_share(load.utilization);
  return to_kilowatt_hours(to_watt_hours(power * time)) * (load.vcpus_allocated / load.vcpus_total);
}

}  // namespace gramme
