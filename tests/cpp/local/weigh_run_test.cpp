#include "catch.hpp"
#include "local/runs.hpp"

namespace gramme {
namespace {

using test::hour_with_share;
using test::warns;
using test::weigh;

TEST_CASE("a processor at full load for an hour takes its design power, as CodeCarbon has it") {
  // power_time_to_energy of mlco2/codecarbon: 85 W for 3600 s are 0.085 kWh.
  LocalRun run = hour_with_share(1.0);
  run.machine.thermal_design_power_watts = 85.0;
  const LocalFootprint footprint = weigh(run);
  CHECK(footprint.cpu.method == LocalMethod::tdp_load);
  CHECK(footprint.cpu.energy_watt_hours.central == Approx(85.0));
  CHECK(footprint.cpu.power_watts.central == Approx(85.0));
}

TEST_CASE("the range by load goes from half a process's share to all of Teads's curve") {
  // Half of one thread of 100 W: 50 W; low 25; Teads has 0.75 of the design power at a load of 0.5.
  const LocalFootprint footprint = weigh(hour_with_share(0.5));
  CHECK(footprint.cpu.energy_watt_hours.low == Approx(25.0));
  CHECK(footprint.cpu.energy_watt_hours.central == Approx(50.0));
  CHECK(footprint.cpu.energy_watt_hours.high == Approx(75.0));
}

TEST_CASE("a command that does nothing takes nothing at least, and an idle machine at most") {
  const LocalFootprint footprint = weigh(hour_with_share(0.0));
  CHECK(footprint.cpu.energy_watt_hours.low == 0.0);
  CHECK(footprint.cpu.energy_watt_hours.central == 0.0);
  CHECK(footprint.cpu.energy_watt_hours.high == Approx(12.0));
}

TEST_CASE("memory takes what CodeCarbon counts for the whole machine, at least what is used") {
  // ram_power_w of mlco2/codecarbon on ARM: 16 GB 3 W, 32 GB 6 W, 128 GB 11.4 W.
  for (const auto& [gigabytes, watts] :
       {std::pair{16.0, 3.0}, std::pair{32.0, 6.0}, std::pair{128.0, 11.4}}) {
    LocalRun run = hour_with_share(1.0);
    run.machine.is_arm = true;
    run.machine.memory_kilobytes = gigabytes * test::kKilobytesPerGigabyte;
    // 4 GB for an hour at 3 W for 8 GB.
    run.sums.command_kilobyte_milliseconds =
        4.0 * test::kKilobytesPerGigabyte * test::kHourMilliseconds;
    const LocalFootprint footprint = weigh(run);
    REQUIRE(footprint.memory.has_value());
    CHECK(footprint.memory->energy_watt_hours.low == Approx(1.5));
    CHECK(footprint.memory->energy_watt_hours.central == Approx(watts));
    CHECK(footprint.memory->energy_watt_hours.high == Approx(watts));
  }
}

LocalRun run_with_zones(const std::vector<RaplReading>& zones) {
  LocalRun run = hour_with_share(0.5);
  LocalSample first = test::sample_at(0.0);
  first.rapl = zones;
  for (RaplReading& zone : first.rapl) zone.microjoules = 0.0;
  first.machine = MachineTicks{0.0, 0.0};
  LocalSample last = run.sums.last;
  last.rapl = zones;
  last.machine = MachineTicks{3600.0 * 100.0, 2.0 * 3600.0 * 100.0};
  run.sums = begin_sums(first);
  add_sample(run.sums, last);
  return run;
}

TEST_CASE("a counter comes before any table; what others did meanwhile is the range") {
  // microjoules_to_kwh of mlco2/codecarbon: 3.6e12 are 1.0000008 kWh with its rounded factor.
  const LocalFootprint footprint =
      weigh(run_with_zones({{"intel-rapl:0", "package-0", 3.6e12, 1e18}}));
  CHECK(footprint.cpu.method == LocalMethod::rapl);
  CHECK(footprint.cpu.energy_watt_hours.central == Approx(1000.0008).epsilon(1e-5));
  CHECK(footprint.cpu.energy_watt_hours.high == footprint.cpu.energy_watt_hours.central);
  // The command had half of the time that the machine was busy.
  CHECK(footprint.cpu.energy_watt_hours.low == Approx(500.0));
  CHECK(*footprint.cpu_utilization == Approx(0.5));
}

TEST_CASE("packages add up; cores, memory and the platform are inside or beside them") {
  const LocalFootprint footprint = weigh(run_with_zones({{"intel-rapl:0", "package-0", 3.6e9, 1e18},
                                                         {"intel-rapl:0:0", "core", 2e9, 1e18},
                                                         {"intel-rapl:0:2", "dram", 1e9, 1e18},
                                                         {"intel-rapl:1", "package-1", 7.2e9, 1e18},
                                                         {"intel-rapl:2", "psys", 9e9, 1e18}}));
  CHECK(footprint.cpu.energy_watt_hours.central == Approx(3.0));
}

TEST_CASE("the memory-mapped counter comes before the other one of the same package") {
  const LocalFootprint footprint =
      weigh(run_with_zones({{"intel-rapl-mmio:0", "package-0", 3.6e9, 1e18},
                            {"intel-rapl:0", "package-0", 7.2e9, 1e18}}));
  CHECK(footprint.cpu.energy_watt_hours.central == Approx(1.0));
}

TEST_CASE("a counter that does not move is no counter") {
  const LocalFootprint footprint =
      weigh(run_with_zones({{"intel-rapl:0", "package-0", 0.0, 1e18}}));
  CHECK(footprint.cpu.method == LocalMethod::tdp_load);
  CHECK(warns(footprint, "rapl_not_readable"));
}

TEST_CASE("a processor of the table has its design power, once for each package") {
  LocalRun run = hour_with_share(1.0);
  run.machine.thermal_design_power_watts.reset();
  run.machine.cpu_model = "Intel(R) Xeon(R) Gold 6248 CPU @ 2.50GHz";
  run.machine.sockets = 2.0;
  const LocalFootprint footprint = weigh(run);
  CHECK(footprint.cpu_basis.thermal_design_power_watts.central == 300.0);
  CHECK_FALSE(footprint.cpu_basis.source.source.empty());
  CHECK_FALSE(warns(footprint, "cpu_unknown"));
}

TEST_CASE("an unknown processor has 4 W a thread and a wide range, one without a name 85 W") {
  LocalRun run = hour_with_share(1.0);
  run.machine.thermal_design_power_watts.reset();
  run.machine.threads = 8.0;
  LocalFootprint footprint = weigh(run);
  CHECK(footprint.cpu_basis.thermal_design_power_watts == Range{8.0, 32.0, 128.0});
  CHECK(warns(footprint, "cpu_unknown"));
  run.machine.cpu_model.clear();
  footprint = weigh(run);
  CHECK(footprint.cpu_basis.thermal_design_power_watts.central == 85.0);
  CHECK(warns(footprint, "cpu_unknown"));
}

TEST_CASE("a virtual machine is not given the whole processor that it has a part of") {
  LocalRun run = hour_with_share(1.0);
  run.machine.thermal_design_power_watts.reset();
  run.machine.cpu_model = "Intel(R) Xeon(R) Platinum 8259CL CPU @ 2.50GHz";
  run.machine.threads = 2.0;
  run.machine.is_virtual = true;
  const LocalFootprint footprint = weigh(run);
  CHECK(footprint.cpu_basis.thermal_design_power_watts == Range{2.0, 8.0, 210.0});
  CHECK(warns(footprint, "cpu_shared"));
}

TEST_CASE("without the command's processor time, half of the design power stands in") {
  LocalRun run = hour_with_share(0.3);
  run.sums.last.waited_ticks.reset();
  const LocalFootprint footprint = weigh(run);
  CHECK(footprint.cpu.method == LocalMethod::constant);
  CHECK(footprint.cpu.energy_watt_hours.low == 0.0);
  CHECK(footprint.cpu.energy_watt_hours.central == Approx(50.0));
  CHECK(footprint.cpu.energy_watt_hours.high == Approx(102.0));
  CHECK(warns(footprint, "cpu_time_unknown"));
}

TEST_CASE("PUE multiplies energies, not powers; carbon and water follow") {
  LocalRun run = hour_with_share(1.0);
  run.pue = 1.5;
  run.wue_litres_per_kilowatt_hour = 2.0;
  const LocalFootprint footprint = weigh(run);
  CHECK(footprint.cpu.power_watts.central == Approx(100.0));
  CHECK(footprint.energy_watt_hours.central == Approx(150.0));
  const Region& france = *find_region(shipped_catalog(), "fra");
  CHECK(footprint.grams_co2e.central ==
        Approx(0.15 * france.carbon_intensity_grams_co2e_per_kilowatt_hour.central));
  CHECK(footprint.water_litres->central == Approx(0.3));
}

TEST_CASE("no country and an unknown one are the world's average, each with a warning") {
  LocalRun run = hour_with_share(1.0);
  run.country.clear();
  CHECK(weigh(run).region->id == "_world");
  CHECK(warns(weigh(run), "region_assumed"));
  run.country = "atlantis";
  CHECK(weigh(run).region->id == "_world");
  CHECK(warns(weigh(run), "unknown_region"));
}

TEST_CASE("a cloud region counts with its own intensity") {
  LocalRun run = hour_with_share(1.0);
  run.country = "gcp:europe-west9";
  const LocalFootprint footprint = weigh(run);
  REQUIRE(footprint.cloud != nullptr);
  CHECK(footprint.region->id == "fra");
  CHECK(footprint.carbon_intensity_grams_co2e_per_kilowatt_hour ==
        *footprint.cloud->carbon_intensity_grams_co2e_per_kilowatt_hour);
}

}  // namespace
}  // namespace gramme
