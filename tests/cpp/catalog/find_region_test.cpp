#include "catalog/config_files.hpp"
#include "catch.hpp"

namespace gramme {
namespace {

std::string found(std::string_view name) {
  const NamedRegion named = find_named_region(shipped_catalog(), name);
  if (named.region == nullptr) return "";
  return named.region->id + (named.cloud == nullptr ? "" : " " + named.cloud->id);
}

Region region_of(const std::string& id) {
  Region region;
  region.id = id;
  return region;
}

CloudRegion cloud_region_of(const std::string& id, const std::string& region) {
  CloudRegion cloud;
  cloud.id = id;
  cloud.region = region;
  return cloud;
}

TEST_CASE("every region is found by its id, and nothing else by it") {
  for (const Region& region : shipped_catalog().regions) {
    CHECK(find_region(shipped_catalog(), region.id) == &region);
  }
  for (const char* id : {"", "FRA", "fr", "fraa", "zzz", "gcp-europe-west1"}) {
    CHECK(find_region(shipped_catalog(), id) == nullptr);
  }
}

TEST_CASE("regions put into a catalog are found when its index is made again") {
  Catalog catalog;
  catalog.regions = {region_of("swe"), region_of("fra")};
  index_names(catalog);
  CHECK(find_region(catalog, "fra") == &catalog.regions[1]);
  CHECK(find_region(catalog, "deu") == nullptr);
}

TEST_CASE("a cloud region has three spellings, and lies in its country") {
  for (const char* name :
       {"gcp-europe-west1", "gcp:europe-west1", "europe-west1", "GCP:Europe-West1"}) {
    CHECK(found(name) == "bel gcp-europe-west1");
  }
  CHECK(found("FRA") == "fra");
  for (const char* name : {"west1", "gcp", "gcp:", "aws-europe-west1", ":"}) {
    CHECK(found(name).empty());
  }
}

TEST_CASE("the bare name of two operators' regions means neither") {
  Catalog catalog;
  catalog.regions = {region_of("fra")};
  catalog.cloud_regions = {cloud_region_of("one-west1", "fra"),
                           cloud_region_of("two-west1", "fra")};
  index_names(catalog);
  CHECK(find_named_region(catalog, "west1").region == nullptr);
  CHECK(find_named_region(catalog, "two:west1").cloud == &catalog.cloud_regions[1]);
}

TEST_CASE("each shipped cloud region has a figure and a name that only one operator has") {
  REQUIRE(shipped_catalog().cloud_regions.size() >= 44);
  for (const CloudRegion& cloud : shipped_catalog().cloud_regions) {
    CAPTURE(cloud.id);
    CHECK(cloud.carbon_intensity_grams_co2e_per_kilowatt_hour.has_value());
    CHECK(found(cloud.id) == cloud.region + " " + cloud.id);
    CHECK(found(cloud.id.substr(cloud.id.find('-') + 1)) == cloud.region + " " + cloud.id);
  }
}

TEST_CASE("the year of a region's figure is the one its date begins with") {
  const Region* france = find_region(shipped_catalog(), "fra");
  CHECK(france->year == 2023);
  REQUIRE(france->years.size() == 1);
  CHECK(france->years[0].year == 2024);
  CHECK(france->years[0].carbon_intensity_grams_co2e_per_kilowatt_hour == exactly(44.18));
}

const std::string kZones = GRAMME_CONFIG_DIR "/odbl/zones.yaml";

/// The zones beside other regions, as they are loaded when a user asks for them.
Result<Catalog> catalog_with_zones() {
  Value document = *parse_yaml(test::read_text(GRAMME_FIXTURE_DIR "/config_good.yaml"));
  const Value zones = *parse_yaml(test::read_text(kZones));
  for (Member& section : *document.record()) {
    if (section.key != "regions") continue;
    for (const Value& zone : *zones.find("regions")->list()) section.value.list()->push_back(zone);
  }
  return load_catalog(document);
}

TEST_CASE("the optional zones pass the loader's checks beside other regions") {
  const Result<Catalog> catalog = catalog_with_zones();
  REQUIRE(catalog.is_ok());
  CHECK(catalog->regions.size() == 1 + 352);
  const Region* california = find_region(*catalog, "us-cal-ciso");
  REQUIRE(california != nullptr);
  CHECK(california->year == 2025);
  CHECK(california->years.size() == 4);
}

TEST_CASE("no optional zone has the name of a shipped region or cloud region") {
  const Value zones = *parse_yaml(test::read_text(kZones));
  for (const Value& zone : *zones.find("regions")->list()) {
    CHECK(found(*zone.find("id")->text()).empty());
  }
}

TEST_CASE("a region is found by its English name in any case, after ids and before cloud regions") {
  CHECK(found("France") == "fra");
  CHECK(found("united STATES") == "usa");
  CHECK(found("Atlantis").empty());
  for (const Region& region : shipped_catalog().regions) CHECK(found(region.id) == region.id);
}

}  // namespace
}  // namespace gramme
