#include <algorithm>

#include "gramme/local.hpp"

namespace gramme {

namespace {

constexpr double kMillisecondsPerSecond = 1000.0;

template <typename Entry>
Entry* find_id(std::vector<Entry>& entries, std::string_view id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

/// What the counter has gone up by; a lower one has begun anew once.
double risen(const RaplReading& before, const RaplReading& now) {
  const double difference = now.microjoules - before.microjoules;
  return difference >= 0.0 ? difference : difference + now.max_microjoules;
}

void add_rapl(LocalSums& sums, const LocalSample& now) {
  for (const RaplReading& reading : now.rapl) {
    const RaplReading* before = find_id(sums.last.rapl, reading.id);
    RaplSum* sum = find_id(sums.rapl, reading.id);
    if (before != nullptr && sum != nullptr) sum->microjoules += risen(*before, reading);
  }
}

/// A zone that could not be read this time counts on from its last reading.
void keep_missing_zones(const LocalSums& sums, LocalSample& now) {
  for (const RaplReading& before : sums.last.rapl) {
    if (find_id(now.rapl, before.id) == nullptr) now.rapl.push_back(before);
  }
}

Range joules_between(double before_watts, double now_watts, double milliseconds) {
  const auto [least, most] = std::minmax(before_watts, now_watts);
  const double seconds = milliseconds / kMillisecondsPerSecond;
  return Range{least, (least + most) / 2.0, most} * seconds;
}

/// The sum of that processor; its first reading stands for the time before it, too.
GpuSum& gpu_sum(LocalSums& sums, const GpuReading& reading) {
  for (GpuSum& sum : sums.gpus) {
    if (sum.last.id == reading.id) return sum;
  }
  sums.gpus.push_back({reading, sums.first.milliseconds, {}, 0.0});
  return sums.gpus.back();
}

void add_gpu(LocalSums& sums, const GpuReading& reading, double now_milliseconds) {
  GpuSum& sum = gpu_sum(sums, reading);
  const double elapsed = now_milliseconds - sum.last_milliseconds;
  if (reading.power_watts) {
    const double before = sum.last.power_watts.value_or(*reading.power_watts);
    sum.joules += joules_between(before, *reading.power_watts, elapsed);
  }
  sum.utilization_milliseconds += reading.utilization.value_or(0.0) * elapsed;
  sum.last = reading;
  sum.last_milliseconds = now_milliseconds;
}

bool is_same(const ProcessReading& a, const ProcessReading& b) {
  return a.pid == b.pid && a.started_ticks == b.started_ticks;
}

bool is_alive(const LocalSample& sample, const ProcessReading& process) {
  return std::any_of(sample.processes.begin(), sample.processes.end(),
                     [&](const ProcessReading& other) { return is_same(other, process); });
}

/// Whether nobody of the command's own would wait for it.
bool is_orphan(const LocalSample& sample, const ProcessReading& process) {
  return process.parent != sample.own_pid &&
         std::none_of(sample.processes.begin(), sample.processes.end(),
                      [&](const ProcessReading& other) { return other.pid == process.parent; });
}

void add_gone(LocalSums& sums, const LocalSample& now) {
  for (const ProcessReading& process : sums.last.processes) {
    if (is_alive(now, process) || !is_orphan(sums.last, process)) continue;
    sums.gone_ticks += process.ticks;
  }
}

double command_kilobytes(const LocalSample& sample) {
  double sum = 0.0;
  for (const ProcessReading& process : sample.processes) sum += process.memory_kilobytes;
  return sum;
}

}  // namespace

LocalSums begin_sums(LocalSample first) {
  LocalSums sums;
  for (const RaplReading& reading : first.rapl) sums.rapl.push_back({reading.id, 0.0});
  sums.first = first;
  sums.first.processes.clear();
  sums.first.gpus.clear();
  for (const GpuReading& reading : first.gpus) add_gpu(sums, reading, first.milliseconds);
  first.gpus.clear();
  sums.last = std::move(first);
  return sums;
}

void add_sample(LocalSums& sums, LocalSample now) {
  const double elapsed = now.milliseconds - sums.last.milliseconds;
  add_rapl(sums, now);
  keep_missing_zones(sums, now);
  for (const GpuReading& reading : now.gpus) add_gpu(sums, reading, now.milliseconds);
  now.gpus.clear();
  add_gone(sums, now);
  // What was there at the end of the time stands for all of it: at its beginning, and when the
  // command has ended, what was there before.
  const LocalSample& shown = now.processes.empty() ? sums.last : now;
  sums.command_kilobyte_milliseconds += command_kilobytes(shown) * elapsed;
  sums.available_kilobyte_milliseconds += now.available_memory_kilobytes.value_or(0.0) * elapsed;
  sums.last = std::move(now);
}

}  // namespace gramme
