#include <algorithm>
#include <charconv>

#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kPue{1.0, 3.0};
constexpr Bounds kWue{0.0, 100.0};
// Grams CO2e per kWh: zero is refused, because upstream lists write it for "unknown".
constexpr Bounds kIntensity{0.001, 2000.0};
constexpr Bounds kAdpe{0.0, 1.0};
constexpr Bounds kPrimaryEnergy{0.0, 1000.0};
constexpr Bounds kRatio{0.001, 100.0};

/// The number that a text begins with, or 0: the year of a date.
int year_of(std::string_view text) {
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year;
}

std::optional<MarketFigure> read_market_figure(Fields& fields) {
  const Value* given = fields.find("market_based");
  if (given == nullptr) return std::nullopt;
  const Path path = fields.at("market_based");
  Fields keys(*given, path, fields.reading(),
              {"carbon_intensity_grams_co2e_per_kilowatt_hour", "source", "as_of"});
  MarketFigure figure;
  figure.carbon_intensity_grams_co2e_per_kilowatt_hour =
      keys.range("carbon_intensity_grams_co2e_per_kilowatt_hour", kIntensity);
  figure.source = read_source(keys);
  figure.year = year_of(figure.source.as_of);
  return figure;
}

/// Figures by year, and their source, which no year goes without.
void read_years(Fields& fields, Region& region) {
  const Value* given = fields.find("years");
  region.years_source = fields.optional_text("years_source").value_or(std::string{});
  if (given == nullptr || fields.reading().problem) return;
  const Path path = fields.at("years");
  Fields years(*given, path, fields.reading());
  if (region.years_source.empty()) {
    fields.reading().report(ErrorCode::missing_source, fields.at("years_source"),
                            "figures of years name their source as text");
  }
  if (given->record() == nullptr) return;
  for (const Member& member : *given->record()) {
    const int year = year_of(member.key);
    const bool is_year = member.key.size() == 4 && year >= kFirstYear && year <= kLastYear;
    if (!is_year) {
      fields.reading().report(ErrorCode::out_of_range, years.at(member.key),
                              "a year from 1990 to 2100");
    }
    region.years.push_back({year, years.range(member.key, kIntensity)});
  }
  std::sort(region.years.begin(), region.years.end(),
            [](const YearFigure& one, const YearFigure& other) { return one.year < other.year; });
}

std::array<double, kHours> read_hours(const Value& value, const Path& path, Reading& reading) {
  std::array<double, kHours> ratios{};
  const List* hours = value.list();
  if (hours == nullptr || hours->size() != kHours) {
    reading.report(ErrorCode::missing_key, path, "a ratio for each of the 24 hours");
    return ratios;
  }
  for (std::size_t i = 0; i < kHours; ++i) {
    const Path hour_path{&path, {}, static_cast<int>(i)};
    const double* ratio = (*hours)[i].number();
    if (ratio == nullptr) {
      reading.report(ErrorCode::invalid_type, hour_path, "a number is expected here");
      return ratios;
    }
    if (!(*ratio >= kRatio.low && *ratio <= kRatio.high)) {
      reading.report(ErrorCode::out_of_range, hour_path, "a ratio to the annual mean");
    }
    ratios[i] = *ratio;
  }
  return ratios;
}

}  // namespace

Provider read_provider(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "site", "region", "serving", "pue", "wue_litres_per_kilowatt_hour",
                 "market_based", "source", "as_of"});
  Provider provider;
  provider.id = read_id(fields);
  provider.name = fields.text("name");
  provider.site = fields.optional_text("site").value_or(std::string{});
  provider.region = fields.text("region");
  provider.serving = fields.optional_text("serving").value_or(std::string{});
  provider.pue = fields.range("pue", kPue);
  provider.wue_litres_per_kilowatt_hour =
      fields.optional_range("wue_litres_per_kilowatt_hour", kWue);
  provider.market_based = read_market_figure(fields);
  provider.source = read_source(fields);
  return provider;
}

Region read_region(const Value& value, const Path& path, Reading& reading) {
  Fields fields(
      value, path, reading,
      {"id", "name", "carbon_intensity_grams_co2e_per_kilowatt_hour",
       "grid_wue_litres_per_kilowatt_hour", "adpe_kilograms_sb_per_kilowatt_hour",
       "primary_energy_megajoules_per_kilowatt_hour", "years", "years_source", "source", "as_of"});
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
  read_years(fields, region);
  region.source = read_source(fields);
  region.year = year_of(region.source.as_of);
  return region;
}

CloudRegion read_cloud_region(const Value& value, const Path& path, Reading& reading) {
  Fields fields(
      value, path, reading,
      {"id", "name", "provider", "region", "carbon_intensity_grams_co2e_per_kilowatt_hour",
       "carbon_free_share", "source", "as_of"});
  CloudRegion cloud;
  cloud.id = read_id(fields);
  cloud.name = fields.text("name");
  cloud.provider = fields.text("provider");
  cloud.region = fields.text("region");
  cloud.carbon_intensity_grams_co2e_per_kilowatt_hour =
      fields.optional_range("carbon_intensity_grams_co2e_per_kilowatt_hour", kIntensity);
  cloud.carbon_free_share = fields.optional_number("carbon_free_share", kShare);
  cloud.source = read_source(fields);
  cloud.year = year_of(cloud.source.as_of);
  return cloud;
}

GridShape read_grid_shape(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"id", "ratios", "source", "as_of"});
  GridShape shape;
  shape.id = read_id(fields);
  const Path ratios_path = fields.at("ratios");
  const List* months = fields.list("ratios");
  if (months == nullptr || months->size() != kMonths) {
    reading.report(ErrorCode::missing_key, ratios_path, "a list for each of the 12 months");
  }
  for (std::size_t i = 0; !reading.problem && i < kMonths; ++i) {
    const Path month_path{&ratios_path, {}, static_cast<int>(i)};
    shape.ratios[i] = read_hours((*months)[i], month_path, reading);
  }
  shape.source = read_source(fields);
  return shape;
}

}  // namespace gramme
