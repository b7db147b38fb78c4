#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kPue{1.0, 3.0};
constexpr Bounds kWue{0.0, 100.0};
// Grams CO2e per kWh: zero is refused, because upstream lists write it for "unknown".
constexpr Bounds kIntensity{0.001, 2000.0};
constexpr Bounds kAdpe{0.0, 1.0};
constexpr Bounds kPrimaryEnergy{0.0, 1000.0};

}  // namespace

Provider read_provider(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "site", "region", "serving", "pue", "wue_litres_per_kilowatt_hour",
                 "source", "as_of"});
  Provider provider;
  provider.id = read_id(fields);
  provider.name = fields.text("name");
  provider.site = fields.optional_text("site").value_or(std::string{});
  provider.region = fields.text("region");
  provider.serving = fields.optional_text("serving").value_or(std::string{});
  provider.pue = fields.range("pue", kPue);
  provider.wue_litres_per_kilowatt_hour =
      fields.optional_range("wue_litres_per_kilowatt_hour", kWue);
  provider.source = read_source(fields);
  return provider;
}

Region read_region(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "carbon_intensity_grams_co2e_per_kilowatt_hour",
                 "grid_wue_litres_per_kilowatt_hour", "adpe_kilograms_sb_per_kilowatt_hour",
                 "primary_energy_megajoules_per_kilowatt_hour", "source", "as_of"});
  Region region;
  region.id = read_id(fields);
  region.name = fields.text("name");
  region.carbon_intensity_grams_co2e_per_kilowatt_hour =
      fields.range("carbon_intensity_grams_co2e_per_kilowatt_hour", kIntensity);
  region.grid_wue_litres_per_kilowatt_hour =
      fields.optional_number("grid_wue_litres_per_kilowatt_hour", kWue);
  region.adpe_kilograms_sb_per_kilowatt_hour =
      fields.optional_number("adpe_kilograms_sb_per_kilowatt_hour", kAdpe);
  region.primary_energy_megajoules_per_kilowatt_hour =
      fields.optional_number("primary_energy_megajoules_per_kilowatt_hour", kPrimaryEnergy);
  region.source = read_source(fields);
  return region;
}

}  // namespace gramme
