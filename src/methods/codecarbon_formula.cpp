#include "methods/codecarbon_formula.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace gramme {

namespace {

// Figures of mlco2/codecarbon 3.2.9 (MIT).
constexpr double kRoundedKilowattHoursPerJoule = 2.77778e-7;
constexpr double kJoulesPerMicrojoule = 1e-6;
constexpr double kKilogramsPerPoundAndKilowattHoursPerMegawattHour = 0.00045359237;
constexpr Watts kModulePowerX86{5.0};
constexpr Watts kModulePowerArm{1.5};
constexpr double kLeastModules = 2.0;
constexpr double kMostModules = 32.0;
constexpr double kModulesOfLargeServer = 8.0;
constexpr Watts kUsualCpuPower{85.0};
constexpr double kCpuPowerShare = 0.5;
constexpr double kWorldGramsCo2ePerKilowattHour = 475.0;

/// Usual numbers of modules up to a size of the whole memory.
struct ModuleStep {
  double up_to_gigabytes;
  double modules;
};

constexpr std::array kModuleSteps{ModuleStep{2.0, 1.0}, ModuleStep{16.0, 2.0},
                                  ModuleStep{64.0, 4.0}, ModuleStep{128.0, 8.0}};

/// The largest module of which a large server has at least eight.
constexpr std::array kModuleGigabytes{128.0, 64.0, 32.0, 16.0};

/// Each further module of a band takes that share of a module's power.
struct PowerBand {
  double after_modules;
  double share;
};

constexpr std::array kPowerBands{PowerBand{0.0, 1.0}, PowerBand{4.0, 0.9}, PowerBand{8.0, 0.8},
                                 PowerBand{16.0, 0.7}};

double modules_of(double memory_gigabytes) {
  for (const ModuleStep& step : kModuleSteps) {
    if (memory_gigabytes <= step.up_to_gigabytes) return step.modules;
  }
  for (const double size : kModuleGigabytes) {
    if (size > memory_gigabytes / kModulesOfLargeServer) continue;
    return std::min(std::ceil(memory_gigabytes / size), kMostModules);
  }
  return kModulesOfLargeServer;
}

/// The modules as so many of full power.
double weighed(double modules) {
  double sum = 0.0;
  for (std::size_t i = 0; i < kPowerBands.size(); ++i) {
    const bool is_last = i + 1 == kPowerBands.size();
    const double end = is_last ? modules : std::min(modules, kPowerBands[i + 1].after_modules);
    sum += std::max(end - kPowerBands[i].after_modules, 0.0) * kPowerBands[i].share;
  }
  return sum;
}

}  // namespace

KilowattHours codecarbon_energy(Watts power, Seconds time) {
  return to_kilowatt_hours(to_watt_hours(power * time));
}

KilowattHours codecarbon_energy_of_microjoules(double microjoules) {
  return {microjoules * kJoulesPerMicrojoule * kRoundedKilowattHoursPerJoule};
}

double codecarbon_kilograms_per_kilowatt_hour(double pounds_per_megawatt_hour) {
  return pounds_per_megawatt_hour * kKilogramsPerPoundAndKilowattHoursPerMegawattHour;
}

Watts codecarbon_memory_power(double memory_gigabytes, bool is_arm) {
  const Watts module = is_arm ? kModulePowerArm : kModulePowerX86;
  return module * std::max(weighed(modules_of(memory_gigabytes)), kLeastModules);
}

Watts codecarbon_cpu_power(std::optional<Watts> thermal_design_power) {
  return thermal_design_power.value_or(kUsualCpuPower) * kCpuPowerShare;
}

CodecarbonIntensity codecarbon_intensity(const Region* region) {
  if (region == nullptr) return {kWorldGramsCo2ePerKilowattHour, true};
  return {region->carbon_intensity_grams_co2e_per_kilowatt_hour.central, false};
}

}  // namespace gramme
