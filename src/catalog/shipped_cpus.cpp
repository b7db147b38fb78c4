#include "catalog/cpu_table.hpp"
#include "catalog/shipped_document.hpp"
#include "data/packed.hpp"

namespace gramme {

namespace {

/// The build checked this document, so it cannot fail here.
std::vector<CpuGroup> read_shipped() {
  Result<std::vector<CpuGroup>> groups = load_cpus(unpack(shipped_cpu_document()));
  return groups ? *std::move(groups) : std::vector<CpuGroup>{};
}

}  // namespace

const std::vector<CpuGroup>& shipped_cpus() {
  static const std::vector<CpuGroup> groups = read_shipped();
  return groups;
}

}  // namespace gramme
