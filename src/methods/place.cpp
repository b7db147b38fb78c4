#include "methods/place.hpp"

namespace gramme {

namespace {

/// The latest figure that is not of a later year; null: the region's own figure.
const YearFigure* figure_of(const Region& region, int year) {
  const YearFigure* latest = nullptr;
  for (const YearFigure& figure : region.years) {
    if (figure.year <= year) latest = &figure;
  }
  const bool is_own_later = latest != nullptr && region.year <= year && region.year > latest->year;
  return is_own_later ? nullptr : latest;
}

/// Takes the annual mean of the place: the cloud region's, or its country's of a year.
void put_annual_mean(Place& place, const std::optional<int>& year) {
  if (place.cloud != nullptr && place.cloud->carbon_intensity_grams_co2e_per_kilowatt_hour) {
    place.cloud_figure = place.cloud;
    place.carbon_intensity_grams_co2e_per_kilowatt_hour =
        *place.cloud->carbon_intensity_grams_co2e_per_kilowatt_hour;
    return;
  }
  if (year) place.year_figure = figure_of(*place.region, *year);
  place.carbon_intensity_grams_co2e_per_kilowatt_hour =
      place.year_figure != nullptr
          ? place.year_figure->carbon_intensity_grams_co2e_per_kilowatt_hour
          : place.region->carbon_intensity_grams_co2e_per_kilowatt_hour;
}

void put_shape(Place& place, const Catalog& catalog, const GridTime& time) {
  place.shape = find_by_id(catalog.grid_shapes, place.region->id);
  if (place.shape == nullptr) return;
  const auto month = static_cast<std::size_t>(time.month - 1);
  place.carbon_intensity_grams_co2e_per_kilowatt_hour =
      place.carbon_intensity_grams_co2e_per_kilowatt_hour *
      place.shape->ratios[month][static_cast<std::size_t>(time.hour)];
}

/// What a kilowatt-hour counts: the user's own figure, the provider's contracts, or the grid.
Problem put_intensity(Place& place, const Catalog& catalog, const Exchange& exchange) {
  if (exchange.carbon_intensity_grams_co2e_per_kilowatt_hour) {
    place.carbon_intensity_grams_co2e_per_kilowatt_hour =
        *exchange.carbon_intensity_grams_co2e_per_kilowatt_hour;
    return std::nullopt;
  }
  if (exchange.accounting == Accounting::market_based) {
    if (!place.provider->market_based) {
      return fail(ErrorCode::market_figure_unknown, "/accounting",
                  place.provider->name + " publishes no market-based figure per kilowatt-hour");
    }
    place.market_figure = &*place.provider->market_based;
    place.carbon_intensity_grams_co2e_per_kilowatt_hour =
        place.market_figure->carbon_intensity_grams_co2e_per_kilowatt_hour;
    return std::nullopt;
  }
  put_annual_mean(place, exchange.year);
  if (exchange.grid_time) put_shape(place, catalog, *exchange.grid_time);
  return std::nullopt;
}

[[nodiscard]] bool is_own(const Exchange& exchange) {
  return exchange.carbon_intensity_grams_co2e_per_kilowatt_hour.has_value();
}

/// Year of the intensity that was taken; 0 when it has none.
int year_used(const Place& place) {
  if (place.market_figure != nullptr) return place.market_figure->year;
  if (place.cloud_figure != nullptr) return place.cloud_figure->year;
  return place.year_figure != nullptr ? place.year_figure->year : place.region->year;
}

void warn_about_intensity(Estimate& out, const Place& place, const Exchange& exchange) {
  const int used = year_used(place);
  if (exchange.year && *exchange.year != used) {
    const std::string taken = used == 0 ? "the usual one" : "that of " + std::to_string(used);
    out.warnings.push_back(
        {"region_year_assumed",
         "no figure for the year " + std::to_string(*exchange.year) + ": " + taken + " stands in"});
  }
  if (exchange.grid_time && place.shape == nullptr) {
    out.warnings.push_back(
        {"grid_shape_unknown", "how this figure moves over the day is not known: the annual mean"});
  }
}

/// Whether any figure of the estimate is the region's.
bool is_region_used(const Footprint& footprint, const Place& place, const Exchange& exchange) {
  if (!is_own(exchange) && place.market_figure == nullptr) return true;
  const bool is_in_water =
      footprint.grid_water_litres && !exchange.grid_wue_litres_per_kilowatt_hour;
  return is_in_water || footprint.primary_energy_megajoules || footprint.adpe_kilograms_sb;
}

}  // namespace

Result<Place> find_place(const Catalog& catalog, const Exchange& exchange, const Model& model) {
  Place place;
  place.provider = find_by_id(catalog.providers, model.provider);
  if (place.provider == nullptr) {
    return fail(ErrorCode::unknown_provider, "/model", "the provider is not in the catalog");
  }
  const bool is_chosen = !exchange.region.empty();
  const NamedRegion named =
      find_named_region(catalog, is_chosen ? exchange.region : place.provider->region);
  if (named.region == nullptr) {
    return fail(ErrorCode::unknown_region, "/region",
                "\"" + exchange.region.substr(0, 60) +
                    "\" is not a known region; `gramme regions` lists them");
  }
  place.region = named.region;
  place.cloud = named.cloud;
  if (Problem problem = put_intensity(place, catalog, exchange)) return *std::move(problem);
  return place;
}

Placement placement_of(const Place& place, const Exchange& exchange) {
  Placement out;
  out.pue = exchange.pue.value_or(place.provider->pue);
  out.wue_litres_per_kilowatt_hour = exchange.wue_litres_per_kilowatt_hour
                                         ? exchange.wue_litres_per_kilowatt_hour
                                         : place.provider->wue_litres_per_kilowatt_hour;
  out.carbon_intensity_grams_co2e_per_kilowatt_hour =
      place.carbon_intensity_grams_co2e_per_kilowatt_hour;
  out.grid_wue_litres_per_kilowatt_hour = exchange.grid_wue_litres_per_kilowatt_hour
                                              ? exchange.grid_wue_litres_per_kilowatt_hour
                                              : place.region->grid_wue_litres_per_kilowatt_hour;
  out.adpe_kilograms_sb_per_kilowatt_hour = place.region->adpe_kilograms_sb_per_kilowatt_hour;
  out.primary_energy_megajoules_per_kilowatt_hour =
      place.region->primary_energy_megajoules_per_kilowatt_hour;
  return out;
}

Source intensity_source(const Place& place, const Exchange& exchange) {
  if (is_own(exchange)) return {};
  if (place.market_figure != nullptr) return place.market_figure->source;
  if (place.cloud_figure != nullptr) return place.cloud_figure->source;
  if (place.year_figure == nullptr) return place.region->source;
  return {place.region->years_source, std::to_string(place.year_figure->year)};
}

void explain_place(Estimate& out, const Place& place, const Exchange& exchange) {
  out.provider = place.provider->id;
  out.region = place.cloud != nullptr ? place.cloud->id : place.region->id;
  out.accounting = exchange.accounting;
  const bool has_year = !is_own(exchange) && place.market_figure == nullptr;
  if (has_year && year_used(place) != 0) out.region_year = year_used(place);
  out.sources.push_back(place.provider->source);
  if (place.market_figure != nullptr) out.sources.push_back(place.market_figure->source);
  if (place.cloud_figure != nullptr) out.sources.push_back(place.cloud_figure->source);
  out.sources.push_back(place.region->source);
  if (place.year_figure != nullptr) {
    out.sources.push_back({place.region->years_source, std::to_string(place.year_figure->year)});
  }
  if (place.shape != nullptr) out.sources.push_back(place.shape->source);
}

void warn_about_place(Estimate& out, const Place& place, const Exchange& exchange) {
  if (exchange.region.empty() && is_region_used(out.footprint, place, exchange)) {
    out.warnings.push_back({"region_assumed", "the data centre's place is not published: " +
                                                  place.region->name + " is assumed"});
  }
  if (!is_own(exchange)) warn_about_intensity(out, place, exchange);
  if (!out.footprint.water_litres) {
    out.warnings.push_back({"water_unknown", "no water figure for this method or region"});
  }
}

}  // namespace gramme
