#include "api/documents.hpp"
#include "api/local_document.hpp"

namespace gramme {

namespace {

constexpr Bounds kThreads{1.0, 65536.0};
constexpr Bounds kSockets{1.0, 1024.0};
constexpr Bounds kPowerWatts{0.1, 10000.0};
constexpr Bounds kKilobytes{1.0, 1e15};
constexpr Bounds kTicksPerSecond{1.0, 1e6};
constexpr Bounds kPue{1.0, 3.0};
constexpr Bounds kWue{0.0, 100.0};

LocalMachine read_machine(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"cpuModel", "threads", "sockets", "isArm", "isVirtual", "hasClosedRapl",
                 "thermalDesignPowerWatts", "memoryKilobytes", "ticksPerSecond"});
  LocalMachine machine;
  machine.cpu_model = fields.optional_text("cpuModel").value_or(std::string{});
  machine.threads = fields.number("threads", kThreads);
  machine.sockets = fields.optional_number("sockets", kSockets).value_or(1.0);
  machine.is_arm = fields.flag_or("isArm", false);
  machine.is_virtual = fields.flag_or("isVirtual", false);
  machine.has_closed_rapl = fields.flag_or("hasClosedRapl", false);
  machine.thermal_design_power_watts =
      fields.optional_number("thermalDesignPowerWatts", kPowerWatts);
  machine.memory_kilobytes = fields.optional_number("memoryKilobytes", kKilobytes);
  machine.ticks_per_second =
      fields.optional_number("ticksPerSecond", kTicksPerSecond).value_or(machine.ticks_per_second);
  return machine;
}

void write_component(JsonWriter& out, const LocalComponent& component) {
  out.open_record();
  out.key("method").text(name_of(component.method));
  out.key("energyWattHours").range(component.energy_watt_hours);
  out.key("powerWatts").range(component.power_watts);
  out.close_record();
}

void write_component(JsonWriter& out, const std::optional<LocalComponent>& component) {
  if (component) {
    write_component(out, *component);
  } else {
    out.null();
  }
}

/// Null where a counter was read instead.
void write_cpu_basis(JsonWriter& out, const LocalFootprint& footprint) {
  out.key("cpuSeconds").number(footprint.cpu_basis.seconds);
  out.key("thermalDesignPowerWatts");
  if (footprint.cpu.method == LocalMethod::rapl) {
    out.null();
  } else {
    out.range(footprint.cpu_basis.thermal_design_power_watts);
  }
}

void write_sources(JsonWriter& out, const LocalFootprint& footprint) {
  List sources;
  if (!footprint.cpu_basis.source.source.empty()) {
    sources.push_back(write_source(footprint.cpu_basis.source));
  }
  if (footprint.cloud != nullptr) sources.push_back(write_source(footprint.cloud->source));
  if (footprint.region != nullptr) sources.push_back(write_source(footprint.region->source));
  out.key("sources").value(Value{std::move(sources)});
}

void write_place(JsonWriter& out, const LocalFootprint& footprint) {
  const std::string world = footprint.region == nullptr ? std::string{} : footprint.region->id;
  out.key("region").text(footprint.cloud == nullptr ? world : footprint.cloud->id);
  out.key("carbonIntensityGramsCo2ePerKilowattHour")
      .range(footprint.carbon_intensity_grams_co2e_per_kilowatt_hour);
}

}  // namespace

LocalRun read_local_run(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"machine", "sums", "country", "pue", "wueLitresPerKilowattHour"});
  LocalRun run;
  run.machine = read_machine(fields.find_or_empty("machine"), fields.at("machine"), reading);
  run.sums = read_local_sums(fields.find_or_empty("sums"), fields.at("sums"), reading);
  run.country = fields.optional_text("country").value_or(std::string{});
  run.pue = fields.optional_number("pue", kPue).value_or(run.pue);
  run.wue_litres_per_kilowatt_hour = fields.optional_number("wueLitresPerKilowattHour", kWue);
  return run;
}

void write_local_footprint(JsonWriter& out, const LocalFootprint& footprint) {
  out.open_record();
  out.key("methodology").text(kMethodologyVersion);
  out.key("seconds").number(footprint.seconds);
  write_cpu_basis(out, footprint);
  out.key("cpu");
  write_component(out, footprint.cpu);
  out.key("gpu");
  write_component(out, footprint.gpu);
  out.key("memory");
  write_component(out, footprint.memory);
  out.key("energyWattHours").range(footprint.energy_watt_hours);
  out.key("gramsCo2e").range(footprint.grams_co2e);
  out.key("waterLitres").range(footprint.water_litres);
  write_place(out, footprint);
  out.key("warnings").value(write_warnings(footprint.warnings));
  write_sources(out, footprint);
  out.close_record();
}

}  // namespace gramme
