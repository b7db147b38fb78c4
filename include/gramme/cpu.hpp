#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gramme/source.hpp"

namespace gramme {

/// Processors of one thermal design power, from one source.
struct CpuGroup {
  std::string id;
  double thermal_design_power_watts = 0.0;
  /// As processors call themselves, in the form of `plain_cpu_name`.
  std::vector<std::string> names;
  Source source;
};

/// The processors compiled in from config/local/cpus.yaml; only the full module has them.
[[nodiscard]] const std::vector<CpuGroup>& shipped_cpus();

/// A processor's name as tables write it: "Intel(R) Xeon(R) Gold 6248 CPU @ 2.50GHz" becomes
/// "intel xeon gold 6248", "AMD EPYC 7763 64-Core Processor" "amd epyc 7763".
[[nodiscard]] std::string plain_cpu_name(std::string_view model);

/// The group that has a processor of that name, or null.
[[nodiscard]] const CpuGroup* find_cpu(const std::vector<CpuGroup>& groups, std::string_view model);

}  // namespace gramme
