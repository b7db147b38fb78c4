#include "usage/reading.hpp"

using namespace gramme;

namespace {

const std::string kHeader = "timestamp,project_name,run_id,duration,emissions,energy_consumed\n";

}  // namespace

TEST_CASE("kilowatt-hours and kilograms of emissions.csv become watt-hours and grams") {
  ReadFiles files;
  REQUIRE_FALSE(files.take(kHeader + "2026-01-05T23:59:59,training,a,60.5,0.0012,0.02\n"));
  CHECK(std::string(files.notes().kind) == "emissions_csv");
  REQUIRE(files.runs().size() == 1);
  const MeasuredRun& run = files.runs().front();
  CHECK(date_text(run.day) == "2026-01-05");
  CHECK(run.project == "training");
  CHECK(run.duration_seconds == 60.5);
  CHECK(run.energy_watt_hours == 0.02 * 1000.0);
  CHECK(run.grams_co2e == 0.0012 * 1000.0);
  CHECK_FALSE(run.water_litres.has_value());
}

TEST_CASE("both forms of CodeCarbon's columns are read, in whatever order") {
  const std::string old_form =
      "timestamp,project_name,run_id,duration,emissions,emissions_rate,cpu_power,gpu_power,"
      "ram_power,cpu_energy,gpu_energy,ram_energy,energy_consumed,country_name,country_iso_code,"
      "region,cloud_provider,cloud_region,os,python_version,codecarbon_version,cpu_count,cpu_model,"
      "gpu_count,gpu_model,longitude,latitude,ram_total_size,tracking_mode,on_cloud,pue\n"
      "2024-03-01T10:00:00,p,a,10,0.5,0,0,0,0,0,0,0,2,France,FRA,,,,,,,8,x,,,,,16,machine,N,1\n";
  ReadFiles files;
  REQUIRE_FALSE(files.take(old_form));
  CHECK(files.runs().back().energy_watt_hours == 2000.0);
  REQUIRE_FALSE(
      files.take("water_consumed,energy_consumed,emissions,run_id,\"timestamp\"\r\n"
                 "0.25,1,0.5,b,2026-01-01T00:00:00\r\n0,1,0.5,c,2026-01-01T00:00:00\r\n"));
  REQUIRE(files.runs().size() == 3);
  CHECK(files.runs()[1].water_litres == 0.25);
  // Where no figure for water was given, tools write 0.
  CHECK_FALSE(files.runs()[2].water_litres.has_value());
}

TEST_CASE("a run that was noted while it went on counts once, as it was longest") {
  ReadFiles files;
  const std::string table = kHeader +
                            "2026-01-05T10:00:00,p,a,10,0.1,1\n2026-01-05T10:01:00,p,a,70,0.7,7\n"
                            "2026-01-05T10:00:30,p,a,40,0.4,4\n";
  REQUIRE_FALSE(files.take(table));
  REQUIRE_FALSE(files.take(table));
  REQUIRE(files.runs().size() == 1);
  CHECK(files.runs().front().energy_watt_hours == 7000.0);
  CHECK(files.skipped("repeated") == 3.0);
  CHECK(files.notes().requests == 0.0);
}

TEST_CASE("what a run does not tell is absent, and what cannot be is left out") {
  ReadFiles files;
  REQUIRE_FALSE(files.take(kHeader +
                           "no time,p,a,10,,1\n2026-01-05T10:00:00,p,b,,0.5,nan\n"
                           "2026-01-05T10:00:00,p,c,1,-0.5,1\n2026-01-05T10:00:00,p,d,1,,\n"
                           "2026-01-05T10:00:00,p,e\n"));
  REQUIRE(files.runs().size() == 2);
  CHECK(files.runs()[0].day == kUnknownDay);
  CHECK_FALSE(files.runs()[0].grams_co2e.has_value());
  CHECK_FALSE(files.runs()[1].energy_watt_hours.has_value());
  CHECK_FALSE(files.runs()[1].duration_seconds.has_value());
  CHECK(files.skipped("invalid_run") == 3.0);
}

TEST_CASE("measured runs are no requests: nothing of them is weighed") {
  ReadFiles files;
  REQUIRE_FALSE(files.take(kHeader + "2026-01-05T10:00:00,p,a,10,0.1,1\n"));
  const Result<UsageSummary> summary = files.reader().finish();
  REQUIRE(summary);
  CHECK(summary->rows.empty());
  CHECK(files.reader().measured_runs().has_file());
}
