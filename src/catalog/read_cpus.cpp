#include <set>

#include "catalog/cpu_table.hpp"
#include "catalog/entry_reader.hpp"

namespace gramme {

namespace {

constexpr Bounds kPowerWatts{0.1, 1000.0};

CpuGroup read_group(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "thermal_design_power_watts", "names", "source", "as_of"});
  CpuGroup group;
  group.id = read_id(fields);
  group.thermal_design_power_watts = fields.number("thermal_design_power_watts", kPowerWatts);
  for (const std::string& name : fields.texts("names")) group.names.push_back(plain_cpu_name(name));
  if (group.names.empty()) {
    reading.report(ErrorCode::missing_key, fields.at("names"), "at least one processor");
  }
  group.source = read_source(fields);
  return group;
}

Problem find_twice(const std::vector<CpuGroup>& groups) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::string& name : groups[i].names) {
      if (seen.insert(name).second) continue;
      return fail(ErrorCode::duplicate_id, "cpus[" + std::to_string(i) + "].names",
                  name + " stands twice");
    }
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<CpuGroup>> load_cpus(const Value& document) {
  Reading reading{PathStyle::dotted, {}};
  Fields fields(document, Path{}, reading, {"cpus"});
  std::vector<CpuGroup> groups = read_entries<CpuGroup>(fields, "cpus", read_group);
  if (reading.problem) return *reading.problem;
  if (Problem problem = find_twice(groups)) return *std::move(problem);
  return groups;
}

}  // namespace gramme
