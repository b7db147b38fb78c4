// Every file of tests/fixtures/config_bad says in its first line which error it must give, and
// replaces or adds sections of the small valid catalog in tests/fixtures/config_good.yaml.
#include "catalog/config_files.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

const std::string kFixtures = GRAMME_FIXTURE_DIR;

Value good_document() { return *parse_yaml(test::read_text(kFixtures + "/config_good.yaml")); }

/// The good document with the sections of the other in place of its own.
Value with_sections(Value document, const Value& sections) {
  if (sections.record() == nullptr) return sections;
  for (const Member& section : *sections.record()) {
    Record& members = *document.record();
    const auto same = [&](const Member& member) { return member.key == section.key; };
    members.erase(std::remove_if(members.begin(), members.end(), same), members.end());
    members.push_back(section);
  }
  return document;
}

std::string expected_error(const std::string& text) {
  const std::string marker = "# error: ";
  const std::string line = text.substr(0, text.find('\n'));
  return line.compare(0, marker.size(), marker) == 0 ? line.substr(marker.size()) : "no marker";
}

std::string described(const Error& error) {
  const std::string code(name_of(error.code));
  return error.path.empty() ? code : code + " at " + error.path;
}

std::string actual_error(const std::string& text) {
  const Result<Value> sections = parse_yaml(text);
  if (!sections) return described(sections.error());
  const Problem problem = test::check_config(with_sections(good_document(), *sections));
  return problem ? described(*problem) : "no error";
}

TEST_CASE("the catalog that the bad ones are made from is valid") {
  CHECK_FALSE(test::check_config(good_document()).has_value());
}

TEST_CASE("each bad catalog gives the error that its first line names") {
  const std::vector<std::filesystem::path> files = test::yaml_files(kFixtures + "/config_bad");
  REQUIRE(files.size() >= 60);
  for (const std::filesystem::path& file : files) {
    const std::string text = test::read_text(file);
    CAPTURE(file.filename().string());
    CHECK(actual_error(text) == expected_error(text));
  }
}

TEST_CASE("the shipped config is valid file by file and as a whole") {
  Record document;
  for (const std::filesystem::path& file : test::yaml_files(GRAMME_CONFIG_DIR)) {
    CAPTURE(file.filename().string());
    const Result<Value> sections = parse_yaml(test::read_text(file));
    REQUIRE(sections.is_ok());
    for (const Member& section : *sections->record()) document.push_back(section);
  }
  CHECK(document.size() == 18);
  CHECK_FALSE(test::check_config(Value{document}).has_value());
}

}  // namespace
}  // namespace gramme
