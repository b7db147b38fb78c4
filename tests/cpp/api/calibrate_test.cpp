// Measurements through the door: read in parts, fitted, put over the catalog, estimated with.
#include "api/door.hpp"
#include "catch.hpp"
#include "measurements/calibration_files.hpp"

namespace gramme {
namespace {

using test::at;
using test::kTrueCosts;
using test::melodi_file;
using test::verdict_on;

std::string step(Core& core, const std::string& request, std::string_view part = {}) {
  return calibrate_call(core, request, part);
}

/// The answer to one file that comes in parts of so many bytes.
std::string calibrated(const std::string& csv, std::size_t part,
                       const std::string& name = "alpaca_gemma_2b_laptop1.csv") {
  Core core = make_full_core();
  (void)step(core, R"({"step":"open","asOf":"2026-11-21"})");
  std::string answer = step(core, R"({"step":"file","calibration":1,"name":")" + name + "\"}");
  for (std::size_t from = 0; from < csv.size(); from += part) {
    answer =
        step(core, R"({"step":"part","calibration":1})", std::string_view(csv).substr(from, part));
    if (verdict_on(answer) != "ok") return answer;
  }
  return step(core, R"({"step":"finish","calibration":1})");
}

std::string overlay_of(const std::string& csv) {
  return *at(parse_json(calibrated(csv, 1 << 16)).value(), {"value", "overlay"}).text();
}

double central_energy(const Core& core, const std::string& request) {
  return *at(parse_json(call(core, "estimate", request)).value(),
             {"value", "energyWattHours", "central"})
              .number();
}

TEST_CASE("measurements give their coefficients, errors held out, and what was left out") {
  const std::string csv = melodi_file("gemma:2b", kTrueCosts, 2000) + "0,gemma:2b,1\n";
  const Value answer = parse_json(calibrated(csv, 1 << 16)).value();
  const Value& group = at(answer, {"value", "groups"}).list()->front();
  CHECK(*at(group, {"model"}).text() == "gemma:2b");
  CHECK(*at(group, {"hardware"}).text() == "laptop1");
  CHECK(*at(group, {"fit", "outputWattHoursPerToken"}).number() == Approx(2.2e-4).epsilon(0.03));
  CHECK(*at(group, {"fit", "heldOut", "mape"}).number() == Approx(0.05).epsilon(0.15));
  const Value& skipped = at(answer, {"value", "skipped"}).list()->front();
  CHECK(*at(skipped, {"reason"}).text() == "another number of fields than the header");
  CHECK(*at(answer, {"value", "rows"}).number() == 2000.0);
}

TEST_CASE("the same measurements give the same text, whatever parts they come in") {
  const std::string csv = melodi_file("gemma:2b", kTrueCosts, 100);
  const std::string whole = calibrated(csv, csv.size());
  for (const std::size_t part : {1U, 13U, 4096U}) CHECK(calibrated(csv, part) == whole);
}

TEST_CASE("an overlay of the fits makes estimates by them") {
  Core core = make_full_core();
  const std::string yaml = overlay_of(melodi_file("gemma:2b", kTrueCosts, 500));
  CAPTURE(yaml);
  REQUIRE(verdict_on(load_overlay_call(core, yaml)) == "ok");
  REQUIRE(core.catalog->calibrations.size() == 1);
  const Calibration& entry = core.catalog->calibrations.front();
  CHECK(entry.source.as_of == "2026-11-21");
  const double expected = entry.input_watt_hours_per_token * 100 +
                          entry.output_watt_hours_per_token * 400 + entry.request_watt_hours;
  CHECK(central_energy(core, R"({"model":"gemma:2b","inputTokens":100,"outputTokens":400})") ==
        Approx(expected).epsilon(1e-12));
}

TEST_CASE("steps out of order, unknown numbers and bad files are refused with their place") {
  Core core = make_full_core();
  CHECK(verdict_on(step(core, R"({"step":"part","calibration":1})")) ==
        "unknown_stream /calibration");
  CHECK(verdict_on(step(core, R"({"step":"open"})")) == "missing_key /asOf");
  CHECK(verdict_on(step(core, R"({"step":"leap","calibration":1})")) ==
        "unknown_stream /calibration");
  CHECK(verdict_on(step(core, "{")) == "invalid_json ");
  (void)step(core, R"({"step":"open","asOf":"2026-11-21"})");
  CHECK(verdict_on(step(core, R"({"step":"leap","calibration":1})")) == "out_of_range /step");
  CHECK(verdict_on(step(core, R"({"step":"part","calibration":1})")) == "missing_key /step");
  // What goes wrong ends a calibration.
  CHECK(verdict_on(step(core, R"({"step":"part","calibration":1})")) ==
        "unknown_stream /calibration");
  CHECK(verdict_on(calibrated("a,b\n", 10)) == "missing_key /rows/1");
  CHECK(verdict_on(calibrated(melodi_file("gemma:2b", kTrueCosts, 10), 999)) == "fit_impossible ");
}

TEST_CASE("at most 16 calibrations are open, and closed ones make room") {
  Core core = make_full_core();
  const std::string open = R"({"step":"open","asOf":"2026-11-21"})";
  for (int i = 0; i < 16; ++i) REQUIRE(verdict_on(step(core, open)) == "ok");
  CHECK(verdict_on(step(core, open)) == "too_large /step");
  REQUIRE(verdict_on(step(core, R"({"step":"close","calibration":3})")) == "ok");
  CHECK(verdict_on(step(core, open)) == "ok");
}

TEST_CASE("models and machines that read alike get ids of their own") {
  std::string csv = "model,hardware,input_tokens,output_tokens,energy_watt_hours\n";
  for (const char* who : {"a b,c", "a,b c", "\"\"\"\xFFquoted: {\",#1"}) {
    for (int i = 0; i < 30; ++i) {
      csv += std::string(who) + "," + std::to_string(i) + ",10," + std::to_string(i + 5) + "\n";
    }
  }
  Core core = make_full_core();
  CHECK(verdict_on(load_overlay_call(core, overlay_of(csv))) == "ok");
  CHECK(core.catalog->calibrations.size() == 3);
}

}  // namespace
}  // namespace gramme
