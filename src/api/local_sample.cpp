#include <algorithm>

#include "api/local_document.hpp"

namespace gramme {

namespace {

constexpr Bounds kTime{0.0, 1e15};
constexpr Bounds kTicks{0.0, 1e18};
constexpr Bounds kPid{0.0, 1e10};
constexpr Bounds kKilobytes{0.0, 1e15};
constexpr Bounds kMicrojoules{0.0, 1e18};
constexpr Bounds kWatts{0.0, 1e5};
constexpr MostItems kMostEntries{65536, "at most 65536 entries"};
/// Columns of the first line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal.
constexpr std::size_t kIdle = 3;
constexpr std::size_t kWaiting = 4;
constexpr std::size_t kStolen = 7;
constexpr std::size_t kCpuColumns = 8;

template <typename Entry, typename ReadEntry>
std::vector<Entry> read_list(Fields& fields, std::string_view key, ReadEntry read_entry) {
  std::vector<Entry> out;
  fields.each_item(key, kMostEntries, [&](const Value& value, const Path& path) {
    out.push_back(read_entry(value, path, fields.reading()));
  });
  return out;
}

/// Counts of ticks, or a single one.
std::vector<double> read_ticks(Fields& fields, std::string_view key) {
  return read_list<double>(fields, key, [](const Value& value, const Path& path, Reading& reading) {
    if (value.number() != nullptr && *value.number() >= 0.0) return *value.number();
    reading.report(ErrorCode::invalid_type, path, "a count of ticks is expected here");
    return 0.0;
  });
}

double sum_of(const std::vector<double>& ticks) {
  double sum = 0.0;
  for (const double count : ticks) sum += count;
  return sum;
}

RaplReading read_rapl(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"id", "name", "microjoules", "maxMicrojoules"});
  return {fields.text("id"), fields.text("name"), fields.number("microjoules", kMicrojoules),
          fields.number("maxMicrojoules", kMicrojoules)};
}

ProcessReading read_process(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"pid", "startedTicks", "parent", "ticks", "memoryKilobytes"});
  return {fields.number("pid", kPid), fields.number("startedTicks", kTicks),
          fields.number("parent", kPid), sum_of(read_ticks(fields, "ticks")),
          fields.optional_number("memoryKilobytes", kKilobytes).value_or(0.0)};
}

/// Waiting for disks is idle time; what a host took away is neither.
std::optional<MachineTicks> read_machine(Fields& fields) {
  if (fields.find("machineTicks") == nullptr) return std::nullopt;
  const std::vector<double> ticks = read_ticks(fields, "machineTicks");
  if (ticks.size() < kCpuColumns) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("machineTicks"),
                            "the first eight columns of /proc/stat are expected here");
    return std::nullopt;
  }
  MachineTicks machine;
  for (std::size_t i = 0; i < kStolen; ++i) {
    machine.all += ticks[i];
    if (i != kIdle && i != kWaiting) machine.busy += ticks[i];
  }
  return machine;
}

}  // namespace

GpuReading read_local_gpu(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"id", "name", "powerWatts", "utilizationPercent"});
  constexpr Bounds kPercent{0.0, 100.0};
  GpuReading gpu;
  gpu.id = fields.text("id");
  gpu.name = fields.text("name");
  gpu.power_watts = fields.optional_number("powerWatts", kWatts);
  gpu.utilization = fields.optional_number("utilizationPercent", kPercent);
  if (gpu.utilization) *gpu.utilization /= kPercent.high;
  return gpu;
}

LocalSample read_local_sample(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"milliseconds", "ownPid", "waitedTicks", "processes", "machineTicks",
                 "availableMemoryKilobytes", "rapl", "gpus"});
  LocalSample sample;
  sample.milliseconds = fields.number("milliseconds", kTime);
  sample.own_pid = fields.optional_number("ownPid", kPid).value_or(0.0);
  if (fields.find("waitedTicks") != nullptr) {
    sample.waited_ticks = sum_of(read_ticks(fields, "waitedTicks"));
  }
  sample.processes = read_list<ProcessReading>(fields, "processes", read_process);
  sample.machine = read_machine(fields);
  sample.available_memory_kilobytes =
      fields.optional_number("availableMemoryKilobytes", kKilobytes);
  sample.rapl = read_list<RaplReading>(fields, "rapl", read_rapl);
  sample.gpus = read_list<GpuReading>(fields, "gpus", read_local_gpu);
  return sample;
}

}  // namespace gramme
