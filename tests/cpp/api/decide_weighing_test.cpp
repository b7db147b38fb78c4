// What files weigh, and what is refused of a matrix.
#include "api/decide_support.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

using test::codes_of;
using test::decided;
using test::measured_matrix;
using test::number_at;
using test::row_of;
using test::text_at;
using test::verdict_on;

std::string service(const std::string& kind, const std::string& row) {
  return "region: fra\npue: 1.2\nservices:\n- id: s\n  kind: " + kind +
         "\n  languages:\n  - {files_per_month: 1, " + row + "}\n";
}

TEST_CASE("a minute of audio takes what its profile says, with the server around it and the PUE") {
  const Value answer = decided(service("transcription", "id: fr, audio_minutes: 10"));
  const Value found = row_of(answer, 0);
  // 10 min x 0.29 Wh x (1 + 0.35 host + 0.1 idle) x 1.2 = 5.046 Wh; at 56.039 g/kWh 0.28277 g.
  CHECK(text_at(found, {"profile"}) == "whisper-large-v3");
  CHECK(number_at(found, {"wattHoursPerFile", "central"}) == Approx(5.046));
  CHECK(number_at(found, {"gramsCo2ePerFile", "central"}) == Approx(0.28277).epsilon(1e-4));
  // 10 min x 1.45 Wh x (1 + 0.45 + 0.2) x 1.2
  CHECK(number_at(found, {"wattHoursPerFile", "high"}) == Approx(28.71));
  CHECK(codes_of(answer).find("embodied_not_counted") != std::string::npos);
}

TEST_CASE("a minute of video counts as a minute of audio") {
  const Value video = decided(service("transcription", "id: fr, video_minutes: 10"));
  const Value both =
      decided(service("transcription", "id: fr, audio_minutes: 4, video_minutes: 6"));
  const Value audio = decided(service("transcription", "id: fr, audio_minutes: 10"));
  for (const Value* other : {&video, &both}) {
    CHECK(number_at(row_of(*other, 0), {"wattHoursPerFile", "central"}) ==
          number_at(row_of(audio, 0), {"wattHoursPerFile", "central"}));
  }
}

TEST_CASE("characters become tokens by the thousand, not by the million") {
  // English in a large vocabulary: 4.2, 4.7 and 5.3 characters a token; 4,700 are a thousand
  // tokens.
  const Value characters = decided(service("translation", "id: en, characters: 4700"));
  const Value tokens =
      decided(service("translation",
                      "id: en, input_tokens: {low: 886.79, central: 1000, high: 1119.05}, "
                      "output_tokens: {low: 886.79, central: 1000, high: 1119.05}"));
  for (const char* bound : {"low", "central", "high"}) {
    CHECK(number_at(row_of(characters, 0), {"wattHoursPerFile", bound}) ==
          Approx(number_at(row_of(tokens, 0), {"wattHoursPerFile", bound})).epsilon(1e-4));
  }
}

TEST_CASE("a language that a vocabulary knows less takes more tokens for as many characters") {
  const auto watt_hours = [](const std::string& language) {
    const Value answer = decided(service(
        "text-generation", "id: " + language + ", characters: 2000, output_characters: 2000"));
    return number_at(row_of(answer, 0), {"wattHoursPerFile", "central"});
  };
  CHECK(watt_hours("fr") > watt_hours("en"));
  CHECK(watt_hours("ar") > 3.0 * watt_hours("en"));
}

TEST_CASE("a profile may be named in place of a kind, and the larger model takes more") {
  const auto watt_hours = [](const std::string& kind) {
    const Value answer = decided(service(kind, "id: fr, characters: 4000"));
    return number_at(row_of(answer, 0), {"wattHoursPerFile", "central"});
  };
  CHECK(watt_hours("nllb-200-3.3b") == watt_hours("translation"));
  CHECK(watt_hours("nllb-200-3.3b") > 2.0 * watt_hours("nllb-200-distilled-600m"));
}

TEST_CASE("measured energy gets the PUE, measured emissions count as they are") {
  const Value energy = decided(service("measured", "id: fr, watt_hours_per_file: 10"));
  CHECK(number_at(row_of(energy, 0), {"wattHoursPerFile", "central"}) == Approx(12.0));
  const Value grams =
      decided(service("measured", "id: fr, watt_hours_per_file: 10, grams_co2e_per_file: 7"));
  CHECK(number_at(row_of(grams, 0), {"gramsCo2ePerFile", "central"}) == 7.0);
}

TEST_CASE("a matrix without a region says which one it assumes") {
  const Value answer = decided(
      "services: [{id: s, kind: transcription, languages: [{id: fr, "
      "files_per_month: 1, audio_minutes: 1}]}]");
  CHECK(codes_of(answer).find("region_assumed") != std::string::npos);
  CHECK(text_at(answer, {"now", "region"}) == "wor");
}

TEST_CASE("a matrix may be JSON, and a request may say region and method for it") {
  const Value answer = decided(
      R"({"services": [{"id": "s", "kind": "transcription", "languages":
          [{"id": "fr", "files_per_month": 1, "audio_minutes": 1}]}]})",
      R"({"region": "swe", "method": "impact"})");
  CHECK(text_at(answer, {"now", "region"}) == "swe");
  CHECK(text_at(answer, {"method"}) == "impact");
}

std::string matrix_with(const std::string& row) {
  return measured_matrix("- {id: carbon, weight: 1}\n", "  - {" + row + "}\n");
}

TEST_CASE("another method comes with its own criteria, on the scales of the matrix") {
  const std::string matrix =
      "region: fra\npue: 1\ncriteria_set: footprint\ncriteria:\n"
      "- {id: carbon, weight: 30, bounds: {low: 0, high: 2}}\nservices:\n- id: s\n  kind: "
      "measured\n  languages:\n  - {id: x, files_per_month: 1, watt_hours_per_file: 1}\n";
  const Value answer = decided(matrix, R"({"method": "impact"})");
  const List& criteria = *test::at(answer, {"now", "criteria"}).list();
  REQUIRE(criteria.size() == 4);
  CHECK(text_at(criteria[0], {"id"}) == "carbon");
  CHECK(number_at(criteria[0], {"weightShare"}) == Approx(0.25));
  CHECK(number_at(criteria[0], {"high"}) == 2.0);
  CHECK(
      decided(matrix, R"({"method": "criteria"})").find("now")->find("criteria")->list()->size() ==
      5);
}

TEST_CASE("what is wrong with a row is told by its place") {
  const std::string good = "id: x, files_per_month: 1, watt_hours_per_file: 1";
  const auto [row, expected] = GENERATE_COPY(table<std::string, std::string>({
      {good, "ok"},
      {"id: x, watt_hours_per_file: 1", "missing_key services[0].languages[0].files_per_month"},
      {"id: x, files_per_month: 1", "missing_key services[0].languages[0].watt_hours_per_file"},
      // Percent is no share.
      {good + ", cpu_share: 35", "out_of_range services[0].languages[0].cpu_share"},
      {good + ", criticality: 80", "out_of_range services[0].languages[0].criticality"},
      {good + ", colour: 1", "unknown_key services[0].languages[0].colour"},
      {good + ", values: {other: 1}", "unknown_key services[0].languages[0].values.other"},
      {good + "}\n  - {" + good, "duplicate_id services[0].languages[1]"},
  }));
  CAPTURE(row);
  CHECK(verdict_on(decide_call(test::core(), "{}", matrix_with(row))) == expected);
}

TEST_CASE("what is wrong with a service or criterion is told by its place") {
  const auto [matrix, expected] = GENERATE(table<std::string, std::string>({
      {"services: []", "missing_key services"},
      {"services: [{id: s, kind: measured}]", "missing_key services[0].languages"},
      {"services: [{id: s, kind: dance, languages: [{id: x, files_per_month: 1}]}]",
       "dangling_reference services[0].kind"},
      {"services: [{id: s, kind: translation, languages: [{id: xx, files_per_month: 1, "
       "characters: 5}]}]",
       "dangling_reference services[0].languages[0].id"},
      {"services: [{id: s, kind: text-generation, languages: [{id: en, files_per_month: 1, "
       "characters: 5}]}]",
       "missing_key services[0].languages[0].output_characters"},
      {"criteria_set: none\nservices: []", "out_of_range criteria_set"},
      {"criteria: [{id: carbon, weight: 0}]\nservices: []", "out_of_range criteria"},
      {"criteria: [{id: carbon}]\nservices: []", "missing_key criteria[0].weight"},
      {"criteria: [{id: carbon, weight: 1, unit: t}]\nservices: []",
       "out_of_range criteria[0].unit"},
      {"criteria: [{id: carbon, weight: 1, bounds: {low: 2, high: 2}}]\nservices: []",
       "out_of_range criteria[0].bounds"},
  }));
  CAPTURE(matrix);
  CHECK(verdict_on(decide_call(test::core(), "{}", matrix)) == expected);
}

TEST_CASE("what is wrong with a matrix as a whole is told") {
  const std::string row = "id: x, files_per_month: 1, watt_hours_per_file: 1";
  const auto [matrix, expected] = GENERATE_COPY(table<std::string, std::string>({
      // A building never uses less than its machines.
      {"pue: 0.5\nservices: []", "out_of_range pue"},
      {"region: atlantis\n" + matrix_with(row).substr(12), "unknown_region region"},
      {"thresholds: {monitor: 0.9}\nservices: []", "out_of_range thresholds"},
      {"- 1", "invalid_type "},
      {"a: [", "invalid_yaml "},
      {std::string(40, '[') + std::string(40, ']'), "too_deep "},
      {std::string((1U << 20U) + 1, ' '), "too_large "},
  }));
  CAPTURE(matrix.substr(0, 200));
  CHECK(verdict_on(decide_call(test::core(), "{}", matrix)) == expected);
}

TEST_CASE("what is wrong with a question is told by its place in the request") {
  const std::string matrix = measured_matrix(
      "- {id: carbon, weight: 1}\n", "  - {id: x, files_per_month: 1, watt_hours_per_file: 1}\n");
  const auto [request, expected] = GENERATE(table<std::string, std::string>({
      {R"({"set": [{"path": "s.x.criticality", "value": 0.5}]})", "ok"},
      {R"({"set": [{"path": "s.x.colour", "value": 1}]})", "unknown_key /set/0/path"},
      {R"({"set": [{"path": "s.x", "value": 1}]})", "unknown_key /set/0/path"},
      {R"({"set": [{"path": "s.y.criticality", "value": 1}]})", "unknown_key /set/0/path"},
      {R"({"set": [{"path": "s.x.criticality"}]})", "missing_key /set/0/value"},
      {R"({"set": [{"path": "s.x.criticality", "value": 2}]})", "out_of_range /set"},
      {R"({"months": 1.5})", "out_of_range /months"},
      {R"({"months": 1000})", "out_of_range /months"},
      {R"({"method": "dice"})", "out_of_range /method"},
      {R"({"format": "pdf"})", "out_of_range /format"},
      {R"({"colour": 1})", "unknown_key /colour"},
  }));
  CAPTURE(request);
  CHECK(verdict_on(decide_call(test::core(), request, matrix)) == expected);
}

TEST_CASE("a matrix may have 256 rows and eight criteria, no more") {
  std::string rows;
  for (int i = 0; i < 257; ++i) {
    rows += "  - {id: x" + std::to_string(i) + ", files_per_month: 1, watt_hours_per_file: 1}\n";
  }
  CHECK(verdict_on(decide_call(test::core(), "{}",
                               measured_matrix("- {id: carbon, weight: 1}\n", rows))) ==
        "too_large services[0].languages[256]");
  std::string criteria;
  for (int i = 0; i < 9; ++i) criteria += "- {id: c" + std::to_string(i) + ", weight: 1}\n";
  CHECK(verdict_on(decide_call(test::core(), "{}", measured_matrix(criteria, rows))) ==
        "too_large criteria");
}

TEST_CASE("a spreadsheet gets a line for each row and month, and no formula") {
  const std::string matrix = measured_matrix(
      "- {id: carbon, weight: 1, bounds: {low: 0, high: 10}}\n",
      "  - {id: -x, files_per_month: 10, watt_hours_per_file: 1, grams_co2e_per_file: 100}\n");
  const std::string csv =
      *test::at(parse_json(decide_call(test::core(), R"({"format": "csv", "months": 1})", matrix))
                    .value(),
                {"value"})
           .text();
  CHECK(csv.find("now,0,s,'-x,measured,10,1000,1000,1000,0.1,activate,1,10,10,10,1,below_monitor,,"
                 "0,0,0\r\n") != std::string::npos);
  CHECK(csv.find("now,1,s,'-x,measured,10,1000,1000,1000,0.1,activate,,,,,,,,,,\r\n") !=
        std::string::npos);
}

}  // namespace
}  // namespace gramme
