#pragma once

#include "gramme/local.hpp"

namespace gramme::test {

constexpr double kHourMilliseconds = 3600.0 * 1000.0;
constexpr double kKilobytesPerGigabyte = 1024.0 * 1024.0;

inline LocalSample sample_at(double milliseconds) {
  LocalSample sample;
  sample.milliseconds = milliseconds;
  sample.own_pid = 1000.0;
  sample.waited_ticks = 0.0;
  return sample;
}

/// A run of one hour on a machine of one thread and 100 W, of which the command had a share.
inline LocalRun hour_with_share(double share) {
  LocalRun run;
  run.machine.cpu_model = "any";
  run.machine.thermal_design_power_watts = 100.0;
  run.sums = begin_sums(sample_at(0.0));
  LocalSample end = sample_at(kHourMilliseconds);
  end.waited_ticks = 3600.0 * 100.0 * share;
  add_sample(run.sums, end);
  run.country = "fra";
  return run;
}

inline LocalFootprint weigh(const LocalRun& run) {
  return weigh_run(shipped_catalog(), shipped_cpus(), run);
}

inline bool warns(const LocalFootprint& footprint, const std::string& code) {
  for (const Warning& warning : footprint.warnings) {
    if (warning.code == code) return true;
  }
  return false;
}

}  // namespace gramme::test
