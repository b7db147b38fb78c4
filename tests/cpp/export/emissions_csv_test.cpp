#include "gramme/emissions_csv.hpp"

#include <algorithm>
#include <map>

#include "catch.hpp"
#include "local/runs.hpp"
#include "measurements/csv.hpp"

namespace gramme {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> rows_of(const std::string& csv) {
  std::vector<Row> rows;
  CsvRecords records;
  const auto keep = [&](const std::vector<std::string_view>& fields) -> Problem {
    rows.emplace_back(fields.begin(), fields.end());
    return std::nullopt;
  };
  CHECK_FALSE(records.feed(csv, keep).has_value());
  CHECK_FALSE(records.finish(keep).has_value());
  return rows;
}

RunLabels some_labels() {
  return {"2026-11-21T14:03:59", "my project", "run-1", "", "Linux 6.1", "gramme 0.1.0"};
}

EmissionsRow row_for(const std::string& head, const RunLabels& labels = some_labels(),
                     bool is_line_open = false) {
  const LocalRun run = test::hour_with_share(1.0);
  return emissions_row(run, test::weigh(run), labels, {head, is_line_open});
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells) out += (out.empty() ? "" : ",") + cell;
  return out;
}

/// The columns of CodeCarbon 2.x.
const std::string kOlder =
    "timestamp,project_name,run_id,duration,emissions,emissions_rate,cpu_power,gpu_power,ram_power,"
    "cpu_energy,gpu_energy,ram_energy,energy_consumed,country_name,country_iso_code,region,"
    "cloud_provider,cloud_region,os,python_version,codecarbon_version,cpu_count,cpu_model,gpu_"
    "count,"
    "gpu_model,longitude,latitude,ram_total_size,tracking_mode,on_cloud,pue";
const std::string kOlderRow =
    "2023-01-02T03:04:05,old,r0,12.5,0.001,8e-05,42.5,0,5,0.1,0,0.01,0.11,France,FRA,"
    "\"ile, de \"\"france\"\"\",,,Linux,3.10,2.1.4,8,Intel,,,-0.12,48.8,16,machine,N,1.0";

TEST_CASE("a file begins with CodeCarbon's 38 columns, and every row has them all") {
  const EmissionsRow row = row_for("");
  CHECK(row.action == EmissionsAction::create);
  const std::vector<Row> rows = rows_of(row.text);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].size() == 38);
  CHECK(rows[1].size() == 38);
  CHECK(joined(rows[0]).substr(0, 54) == "timestamp,project_name,run_id,experiment_id,duration,e");
  CHECK(rows[0].back() == "wue");
}

TEST_CASE("figures are in CodeCarbon's units: seconds, kg, W, kWh, percent") {
  LocalRun run = test::hour_with_share(1.0);
  run.pue = 1.5;
  run.machine.memory_kilobytes = 16.0 * test::kKilobytesPerGigabyte;
  const LocalFootprint footprint = test::weigh(run);
  const std::vector<Row> rows =
      rows_of(emissions_row(run, footprint, some_labels(), {"", false}).text);
  std::map<std::string, std::string> cells;
  for (std::size_t i = 0; i < rows[0].size(); ++i) cells[rows[0][i]] = rows[1][i];
  // One hour at 100 W, and 16 GB of memory in two modules of 5 W, times 1.5.
  CHECK(cells["duration"] == "3600");
  CHECK(cells["cpu_power"] == "100");
  CHECK(std::stod(cells["cpu_energy"]) == Approx(0.15));
  CHECK(cells["ram_power"] == "10");
  CHECK(std::stod(cells["energy_consumed"]) == Approx(0.165));
  CHECK(std::stod(cells["emissions"]) == Approx(footprint.grams_co2e.central / 1000.0));
  CHECK(std::stod(cells["emissions_rate"]) ==
        Approx(footprint.grams_co2e.central / 1000.0 / 3600.0));
  CHECK(cells["country_name"] == "France");
  CHECK(cells["country_iso_code"] == "FRA");
  CHECK(cells["ram_total_size"] == "16");
  CHECK(cells["on_cloud"] == "N");
  CHECK(cells["tracking_mode"] == "process");
  CHECK(cells["pue"] == "1.5");
}

TEST_CASE("texts that a spreadsheet would run are defused; commas and quotes are kept") {
  RunLabels labels = some_labels();
  labels.project = "=HYPERLINK(\"x\"),1";
  const std::vector<Row> rows = rows_of(row_for("", labels).text);
  CHECK(rows[1].size() == 38);
  CHECK(rows[1][1] == "'=HYPERLINK(\"x\"),1");
}

TEST_CASE("a row follows the order and the line ends of the file it is added to") {
  std::vector<std::string> columns(kEmissionsColumns.begin(), kEmissionsColumns.end());
  std::reverse(columns.begin(), columns.end());
  const EmissionsRow row = row_for(joined(columns) + "\n1,2\n");
  CHECK(row.action == EmissionsAction::append);
  CHECK(row.text.ends_with(",2026-11-21T14:03:59\n"));
  CHECK_FALSE(row.text.ends_with("\r\n"));
  CHECK(rows_of(row.text).at(0).size() == 38);
}

TEST_CASE("a last line that was never ended does not swallow the row") {
  const std::vector<std::string> columns(kEmissionsColumns.begin(), kEmissionsColumns.end());
  const EmissionsRow row = row_for(joined(columns) + "\r\n1,2", some_labels(), true);
  CHECK(row.action == EmissionsAction::append);
  CHECK(row.text.starts_with("\r\n2026-11-21T"));
}

TEST_CASE("an older file of 31 columns is carried over, cell by cell") {
  CHECK(std::count(kOlder.begin(), kOlder.end(), ',') == 30);
  CHECK(row_for(kOlder + "\n" + kOlderRow + "\n").action == EmissionsAction::widen);
  const Result<std::string> wide = widen_emissions(kOlder + "\n" + kOlderRow + "\n");
  REQUIRE(wide.is_ok());
  const std::vector<Row> rows = rows_of(*wide);
  const std::vector<Row> old = rows_of(kOlder + "\n" + kOlderRow + "\n");
  REQUIRE(rows.size() == 2);
  REQUIRE(rows[1].size() == 38);
  for (std::size_t i = 0; i < rows[0].size(); ++i) {
    const auto found = std::find(old[0].begin(), old[0].end(), rows[0][i]);
    const auto place = static_cast<std::size_t>(found - old[0].begin());
    CHECK(rows[1][i] == (found == old[0].end() ? "" : old[1][place]));
  }
}

TEST_CASE("a file that cannot be read without a doubt is not carried over") {
  CHECK(widen_emissions(kOlder + "\n1,2,3\n").error().path == "/rows/2");
  CHECK_FALSE(widen_emissions(kOlder + "\n\"never closed\n").is_ok());
  CHECK_FALSE(widen_emissions("a,b\n1,2\n").is_ok());
  CHECK_FALSE(widen_emissions("").is_ok());
}

TEST_CASE("what is no file of CodeCarbon's is kept aside") {
  CHECK(row_for("date,amount\n2026-01-01,7\n").action == EmissionsAction::aside);
  CHECK(row_for(kOlder + ",my_own_column\n").action == EmissionsAction::aside);
  CHECK(row_for(kOlder + ",pue\n").action == EmissionsAction::aside);
  CHECK(row_for("\"never closed\n").action == EmissionsAction::aside);
  CHECK(rows_of(row_for("date,amount\n").text).size() == 2);
}

TEST_CASE("a byte order mark and empty lines do not hide the header") {
  const std::vector<std::string> columns(kEmissionsColumns.begin(), kEmissionsColumns.end());
  CHECK(row_for("\xEF\xBB\xBF" + joined(columns) + "\r\n").action == EmissionsAction::append);
  CHECK(row_for("\n\r\n").action == EmissionsAction::create);
}

}  // namespace
}  // namespace gramme
