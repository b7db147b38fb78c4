#include <algorithm>
#include <fstream>
#include <set>

#include "catch.hpp"
#include "gramme/catalog.hpp"

namespace gramme {
namespace {

const Catalog& catalog() { return shipped_catalog(); }

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream stream(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(stream, line);) out.push_back(line);
  return out;
}

TEST_CASE("the shipped catalog knows at least 40 models of both sites") {
  CHECK(catalog().models.size() >= 40);
  for (const char* provider : {"openai", "anthropic"}) {
    CHECK(std::any_of(catalog().models.begin(), catalog().models.end(),
                      [&](const Model& model) { return model.provider == provider; }));
  }
}

TEST_CASE("the shipped regions are the 227 that have a figure, no more and no fewer") {
  std::vector<std::string> ids;
  for (const Region& region : catalog().regions) ids.push_back(region.id);
  std::sort(ids.begin(), ids.end());
  const auto expected = lines_of(std::string(GRAMME_FIXTURE_DIR) + "/regions.txt");
  REQUIRE(expected.size() == 227);
  CHECK(ids == expected);
}

TEST_CASE("no region is without carbon, and none is above the worst grid on record") {
  for (const Region& region : catalog().regions) {
    CAPTURE(region.id);
    CHECK(is_ordered(region.carbon_intensity_grams_co2e_per_kilowatt_hour));
    CHECK(region.carbon_intensity_grams_co2e_per_kilowatt_hour.low > 0.0);
    CHECK(region.carbon_intensity_grams_co2e_per_kilowatt_hour.high <= 2000.0);
  }
}

TEST_CASE("some regions have the figures that were entered by hand") {
  const auto [id, central] = GENERATE(table<std::string, double>({
      {"abw", 561.224},
      {"ago", 174.734},
      {"alb", 24.286},
      {"are", 561.135},
  }));
  const Region* region = find_by_id(catalog().regions, id);
  REQUIRE(region != nullptr);
  CHECK(region->carbon_intensity_grams_co2e_per_kilowatt_hour.central == central);
}

TEST_CASE("each watched site has exactly one provider") {
  for (const char* site : {"chatgpt", "claude", "gemini", "deepseek", "perplexity"}) {
    CHECK(std::count_if(catalog().providers.begin(), catalog().providers.end(),
                        [&](const Provider& provider) { return provider.site == site; }) == 1);
  }
}

TEST_CASE("one family without a prefix stands in for everything") {
  CHECK(std::count_if(catalog().families.begin(), catalog().families.end(),
                      [](const ModelFamily& family) { return family.prefix.empty(); }) == 1);
}

TEST_CASE("encodings without a public vocabulary have an estimator, the others none") {
  std::set<std::string> exact;
  for (const Encoding& encoding : catalog().encodings) {
    if (!encoding.estimator) exact.insert(encoding.id);
  }
  CHECK(exact == std::set<std::string>{"cl100k_base", "deepseek-v3", "o200k_base", "o200k_harmony",
                                       "p50k_base", "p50k_edit", "qwen2.5", "r50k_base", "tekken"});
}

}  // namespace
}  // namespace gramme
