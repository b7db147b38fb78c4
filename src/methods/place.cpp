#include "methods/place.hpp"

namespace gramme {

Result<Place> find_place(const Catalog& catalog, const Exchange& exchange, const Model& model) {
  Place place;
  place.provider = find_by_id(catalog.providers, model.provider);
  if (place.provider == nullptr) {
    return fail(ErrorCode::unknown_provider, "/model", "the provider is not in the catalog");
  }
  const bool is_chosen = !exchange.region.empty();
  place.region = find_region(catalog, is_chosen ? exchange.region : place.provider->region);
  if (place.region == nullptr) {
    return fail(ErrorCode::unknown_region, "/region",
                "\"" + exchange.region.substr(0, 60) +
                    "\" is not a known region; `gramme regions` lists them");
  }
  return place;
}

Placement placement_of(const Place& place, const Exchange& exchange) {
  Placement out;
  out.pue = exchange.pue.value_or(place.provider->pue);
  out.wue_litres_per_kilowatt_hour = place.provider->wue_litres_per_kilowatt_hour;
  out.carbon_intensity_grams_co2e_per_kilowatt_hour =
      exchange.carbon_intensity_grams_co2e_per_kilowatt_hour.value_or(
          place.region->carbon_intensity_grams_co2e_per_kilowatt_hour);
  out.grid_wue_litres_per_kilowatt_hour = place.region->grid_wue_litres_per_kilowatt_hour;
  out.adpe_kilograms_sb_per_kilowatt_hour = place.region->adpe_kilograms_sb_per_kilowatt_hour;
  out.primary_energy_megajoules_per_kilowatt_hour =
      place.region->primary_energy_megajoules_per_kilowatt_hour;
  return out;
}

void explain_place(Estimate& out, const Place& place) {
  out.provider = place.provider->id;
  out.region = place.region->id;
  out.sources.push_back(place.provider->source);
  out.sources.push_back(place.region->source);
}

void warn_about_place(Estimate& out, const Place& place, const Exchange& exchange) {
  const bool is_own_intensity = exchange.carbon_intensity_grams_co2e_per_kilowatt_hour.has_value();
  if (exchange.region.empty() && !is_own_intensity) {
    out.warnings.push_back({"region_assumed", "the data centre's place is not published: " +
                                                  place.region->name + " is assumed"});
  }
  if (!out.footprint.water_litres) {
    out.warnings.push_back({"water_unknown", "no water figure for this method or region"});
  }
}

}  // namespace gramme
