#include "api/local_document.hpp"

namespace gramme {

namespace {

constexpr Bounds kSum{0.0, 1e24};
constexpr double kPercent = 100.0;

void write_processes(JsonWriter& out, const std::vector<ProcessReading>& processes) {
  out.open_list();
  for (const ProcessReading& process : processes) {
    out.open_record();
    out.key("pid").number(process.pid);
    out.key("startedTicks").number(process.started_ticks);
    out.key("parent").number(process.parent);
    out.key("ticks").open_list();
    out.number(process.ticks);
    out.close_list();
    out.key("memoryKilobytes").number(process.memory_kilobytes);
    out.close_record();
  }
  out.close_list();
}

void write_rapl(JsonWriter& out, const std::vector<RaplReading>& zones) {
  out.open_list();
  for (const RaplReading& zone : zones) {
    out.open_record();
    out.key("id").text(zone.id);
    out.key("name").text(zone.name);
    out.key("microjoules").number(zone.microjoules);
    out.key("maxMicrojoules").number(zone.max_microjoules);
    out.close_record();
  }
  out.close_list();
}

/// As the columns of /proc/stat: what is busy first, what is idle fourth.
void write_machine(JsonWriter& out, const std::optional<MachineTicks>& machine) {
  if (!machine) {
    out.null();
    return;
  }
  out.open_list();
  for (const double ticks :
       {machine->busy, 0.0, 0.0, machine->all - machine->busy, 0.0, 0.0, 0.0, 0.0}) {
    out.number(ticks);
  }
  out.close_list();
}

void write_sample(JsonWriter& out, const LocalSample& sample) {
  out.open_record();
  out.key("milliseconds").number(sample.milliseconds);
  out.key("ownPid").number(sample.own_pid);
  out.key("waitedTicks");
  if (sample.waited_ticks) {
    out.open_list();
    out.number(*sample.waited_ticks);
    out.close_list();
  } else {
    out.null();
  }
  out.key("processes");
  write_processes(out, sample.processes);
  out.key("machineTicks");
  write_machine(out, sample.machine);
  out.key("availableMemoryKilobytes").number(sample.available_memory_kilobytes);
  out.key("rapl");
  write_rapl(out, sample.rapl);
  out.close_record();
}

void write_gpu(JsonWriter& out, const GpuReading& gpu) {
  out.open_record();
  out.key("id").text(gpu.id);
  out.key("name").text(gpu.name);
  out.key("powerWatts").number(gpu.power_watts);
  out.key("utilizationPercent")
      .number(gpu.utilization ? std::optional(*gpu.utilization * kPercent) : std::nullopt);
  out.close_record();
}

template <typename Entry, typename ReadEntry>
std::vector<Entry> read_sums(Fields& fields, std::string_view key, ReadEntry read_entry) {
  std::vector<Entry> out;
  fields.each_item(key, [&](const Value& value, const Path& path) {
    out.push_back(read_entry(value, path, fields.reading()));
  });
  return out;
}

RaplSum read_rapl_sum(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"id", "microjoules"});
  return {fields.text("id"), fields.number("microjoules", kSum)};
}

GpuSum read_gpu_sum(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"last", "lastMilliseconds", "joules", "utilizationMilliseconds"});
  GpuSum sum;
  sum.last = read_local_gpu(fields.find_or_empty("last"), fields.at("last"), reading);
  sum.last_milliseconds = fields.number("lastMilliseconds", kSum);
  sum.joules = fields.range("joules", kSum);
  sum.utilization_milliseconds = fields.number("utilizationMilliseconds", kSum);
  return sum;
}

LocalSample read_member(Fields& fields, std::string_view key) {
  return read_local_sample(fields.find_or_empty(key), fields.at(key), fields.reading());
}

}  // namespace

LocalSums read_local_sums(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"first", "last", "goneTicks", "rapl", "gpus", "commandKilobyteMilliseconds",
                 "availableKilobyteMilliseconds"});
  LocalSums sums;
  sums.first = read_member(fields, "first");
  sums.last = read_member(fields, "last");
  if (!reading.problem && sums.last.milliseconds < sums.first.milliseconds) {
    reading.report(ErrorCode::out_of_range, fields.at("last"), "the last sample is the later one");
  }
  sums.gone_ticks = fields.number("goneTicks", kSum);
  sums.rapl = read_sums<RaplSum>(fields, "rapl", read_rapl_sum);
  sums.gpus = read_sums<GpuSum>(fields, "gpus", read_gpu_sum);
  sums.command_kilobyte_milliseconds = fields.number("commandKilobyteMilliseconds", kSum);
  sums.available_kilobyte_milliseconds = fields.number("availableKilobyteMilliseconds", kSum);
  return sums;
}

void write_local_sums(JsonWriter& out, const LocalSums& sums) {
  out.open_record();
  out.key("first");
  write_sample(out, sums.first);
  out.key("last");
  write_sample(out, sums.last);
  out.key("goneTicks").number(sums.gone_ticks);
  out.key("rapl").open_list();
  for (const RaplSum& sum : sums.rapl) {
    out.open_record();
    out.key("id").text(sum.id);
    out.key("microjoules").number(sum.microjoules);
    out.close_record();
  }
  out.close_list();
  out.key("gpus").open_list();
  for (const GpuSum& sum : sums.gpus) {
    out.open_record();
    out.key("last");
    write_gpu(out, sum.last);
    out.key("lastMilliseconds").number(sum.last_milliseconds);
    out.key("joules").range(sum.joules);
    out.key("utilizationMilliseconds").number(sum.utilization_milliseconds);
    out.close_record();
  }
  out.close_list();
  out.key("commandKilobyteMilliseconds").number(sums.command_kilobyte_milliseconds);
  out.key("availableKilobyteMilliseconds").number(sums.available_kilobyte_milliseconds);
  out.close_record();
}

}  // namespace gramme
