#include "catch.hpp"
#include "local/runs.hpp"

namespace gramme {
namespace {

using test::sample_at;

LocalSample rapl_at(double milliseconds, double microjoules) {
  LocalSample sample = sample_at(milliseconds);
  sample.rapl = {{"intel-rapl:0", "package-0", microjoules, 1000.0}};
  return sample;
}

TEST_CASE("a counter that began anew is counted on beyond its maximum") {
  LocalSums sums = begin_sums(rapl_at(0.0, 900.0));
  add_sample(sums, rapl_at(1.0, 100.0));
  // 900 to 1000, then 0 to 100.
  CHECK(sums.rapl.at(0).microjoules == 200.0);
  add_sample(sums, rapl_at(2.0, 150.0));
  CHECK(sums.rapl.at(0).microjoules == 250.0);
}

TEST_CASE("a counter that could not be read once loses nothing") {
  LocalSums sums = begin_sums(rapl_at(0.0, 100.0));
  add_sample(sums, sample_at(1.0));
  add_sample(sums, rapl_at(2.0, 400.0));
  CHECK(sums.rapl.at(0).microjoules == 300.0);
}

ProcessReading process(double pid, double parent, double ticks) {
  return {pid, 7.0, parent, ticks, 0.0};
}

LocalRun run_of(const LocalSums& sums) {
  LocalRun run;
  run.machine.thermal_design_power_watts = 100.0;
  run.sums = sums;
  return run;
}

TEST_CASE("a process whose parents are gone counts with what was last seen of it") {
  LocalSums sums = begin_sums(sample_at(0.0));
  LocalSample middle = sample_at(10000.0);
  // 2000 is the command; 3000 was left by its parent and belongs to process 1.
  middle.processes = {process(2000.0, 1000.0, 50.0), process(3000.0, 1.0, 300.0)};
  add_sample(sums, middle);
  LocalSample end = sample_at(20000.0);
  end.waited_ticks = 60.0;
  add_sample(sums, end);
  // 60 ticks were waited for (the command's 50 are among them), 300 were not: 3.6 s.
  CHECK(*test::weigh(run_of(sums)).cpu_basis.seconds == Approx(3.6));
}

TEST_CASE("a number that another process has taken over is another process") {
  LocalSums sums = begin_sums(sample_at(0.0));
  LocalSample middle = sample_at(1000.0);
  middle.processes = {process(3000.0, 1.0, 40.0)};
  add_sample(sums, middle);
  LocalSample end = sample_at(2000.0);
  end.processes = {{3000.0, 99.0, 1.0, 5.0, 0.0}};
  add_sample(sums, end);
  CHECK(*test::weigh(run_of(sums)).cpu_basis.seconds == Approx(0.45));
}

TEST_CASE("a process that goes on counts, and the run says that it does") {
  LocalSums sums = begin_sums(sample_at(0.0));
  LocalSample end = sample_at(1000.0);
  end.processes = {process(3000.0, 1.0, 80.0)};
  add_sample(sums, end);
  const LocalFootprint footprint = test::weigh(run_of(sums));
  CHECK(*footprint.cpu_basis.seconds == Approx(0.8));
  CHECK(test::warns(footprint, "processes_left"));
}

TEST_CASE(
    "a graphics processor takes the mean of two readings, its bounds the lesser and greater") {
  LocalSample first = sample_at(0.0);
  first.gpus = {{"gpu-0", "NVIDIA A100", 100.0, 0.5}};
  LocalSums sums = begin_sums(first);
  LocalSample second = sample_at(3600.0 * 1000.0);
  second.gpus = {{"gpu-0", "NVIDIA A100", 300.0, 1.0}};
  add_sample(sums, second);
  const LocalFootprint footprint = test::weigh(run_of(sums));
  REQUIRE(footprint.gpu.has_value());
  CHECK(footprint.gpu->method == LocalMethod::nvml);
  // An hour at 100, 200 and 300 W, each reading right to 5 W.
  CHECK(footprint.gpu->energy_watt_hours.low == Approx(95.0));
  CHECK(footprint.gpu->energy_watt_hours.central == Approx(200.0));
  CHECK(footprint.gpu->energy_watt_hours.high == Approx(305.0));
}

TEST_CASE("a first reading stands for the time before it, the last for the time after") {
  LocalSums sums = begin_sums(sample_at(0.0));
  LocalSample second = sample_at(1800.0 * 1000.0);
  second.gpus = {{"gpu-0", "NVIDIA A100", 100.0, 1.0}};
  add_sample(sums, second);
  add_sample(sums, sample_at(3600.0 * 1000.0));
  CHECK(test::weigh(run_of(sums)).gpu->energy_watt_hours.central == Approx(100.0));
}

TEST_CASE("a graphics processor that does not tell its power is left out with a warning") {
  LocalSample first = sample_at(0.0);
  first.gpus = {{"gpu-0", "Tesla K80", std::nullopt, std::nullopt}};
  LocalSums sums = begin_sums(first);
  add_sample(sums, sample_at(1000.0));
  const LocalFootprint footprint = test::weigh(run_of(sums));
  CHECK_FALSE(footprint.gpu.has_value());
  CHECK(test::warns(footprint, "gpu_power_unknown"));
}

TEST_CASE("a day of samples takes no more room than the second one") {
  LocalSums sums = begin_sums(rapl_at(0.0, 0.0));
  for (int i = 1; i <= 5760; ++i) {
    LocalSample next = rapl_at(i * 15000.0, (i * 37) % 1000);
    next.processes = {process(2000.0 + i, 1.0, 1.0)};
    add_sample(sums, next);
  }
  CHECK(sums.rapl.size() == 1);
  CHECK(sums.last.processes.size() == 1);
  CHECK(sums.gone_ticks == 5759.0);
}

}  // namespace
}  // namespace gramme
