// Where the machines of a service stand, and what was noted while looking it up.
#include "decision/site.hpp"

#include <algorithm>

#include "gramme/units.hpp"

namespace gramme {

void WeighingNotes::warn(const Warning& warning) {
  const auto is_same = [&](const Warning& known) {
    return known.code == warning.code && known.message == warning.message;
  };
  if (std::none_of(warnings.begin(), warnings.end(), is_same)) warnings.push_back(warning);
}

void WeighingNotes::add(const Source& source) {
  const auto is_same = [&](const Source& known) { return known.source == source.source; };
  if (std::none_of(sources.begin(), sources.end(), is_same)) sources.push_back(source);
}

Result<Site> find_site(const Catalog& catalog, const DecisionMatrix& matrix,
                       const std::string& provider_id, WeighingNotes& notes) {
  const Provider* provider = find_by_id(catalog.providers, provider_id);
  if (provider == nullptr) {
    return fail(ErrorCode::unknown_provider, "services", "no provider has the id " + provider_id);
  }
  const bool is_chosen = !matrix.region.empty();
  const NamedRegion named =
      find_named_region(catalog, is_chosen ? matrix.region : provider->region);
  if (named.region == nullptr) {
    return fail(ErrorCode::unknown_region, "region",
                "\"" + matrix.region.substr(0, 60) +
                    "\" is not a known region; `gramme regions` lists them");
  }
  const bool is_cloud_figure =
      named.cloud != nullptr && named.cloud->carbon_intensity_grams_co2e_per_kilowatt_hour;
  Site site;
  site.pue = matrix.pue.value_or(provider->pue);
  site.region = named.cloud != nullptr ? named.cloud->id : named.region->id;
  site.carbon_intensity_grams_co2e_per_kilowatt_hour =
      is_cloud_figure ? *named.cloud->carbon_intensity_grams_co2e_per_kilowatt_hour
                      : named.region->carbon_intensity_grams_co2e_per_kilowatt_hour;
  notes.region = site.region;
  notes.add(is_cloud_figure ? named.cloud->source : named.region->source);
  if (!matrix.pue) notes.add(provider->source);
  if (!is_chosen) {
    notes.warn(
        {"region_assumed", "the matrix names no region: " + named.region->name + " is assumed"});
  }
  return site;
}

Range grams_of(const Range& watt_hours, const Site& site) {
  return watt_hours * site.carbon_intensity_grams_co2e_per_kilowatt_hour *
         (1.0 / kWattHoursPerKilowattHour);
}

}  // namespace gramme
