#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "gramme/range.hpp"
#include "gramme/source.hpp"

namespace gramme {

/// What a provider's own contracts for electricity come to, in its own accounts.
struct MarketFigure {
  Range carbon_intensity_grams_co2e_per_kilowatt_hour;
  /// Year of the figure.
  int year = 0;
  Source source;
};

struct Provider {
  std::string id;
  std::string name;
  /// Chat site of this provider, such as "chatgpt"; empty when Gramme watches none.
  std::string site;
  /// Region assumed when nothing better is known.
  std::string region;
  /// Serving class; empty: the catalog's first.
  std::string serving;
  Range pue;
  std::optional<Range> wue_litres_per_kilowatt_hour;
  /// Absent: none is published.
  std::optional<MarketFigure> market_based;
  Source source;
};

/// Years that figures may be of.
inline constexpr int kFirstYear = 1990;
inline constexpr int kLastYear = 2100;

struct YearFigure {
  int year = 0;
  Range carbon_intensity_grams_co2e_per_kilowatt_hour;
};

struct Region {
  std::string id;
  std::string name;
  Range carbon_intensity_grams_co2e_per_kilowatt_hour;
  /// Year of that figure; 0 when its source names none.
  int year = 0;
  /// Figures of further years, ascending, and where they come from.
  std::vector<YearFigure> years;
  std::string years_source;
  std::optional<double> grid_wue_litres_per_kilowatt_hour;
  std::optional<double> adpe_kilograms_sb_per_kilowatt_hour;
  std::optional<double> primary_energy_megajoules_per_kilowatt_hour;
  Source source;
};

/// A place of a cloud operator. What is not known of it is its country's.
struct CloudRegion {
  /// Short name of the operator, a dash, the operator's own name: "gcp-europe-west1".
  std::string id;
  std::string name;
  std::string provider;
  /// Id of the country or zone whose grid it is on.
  std::string region;
  std::optional<Range> carbon_intensity_grams_co2e_per_kilowatt_hour;
  /// Year of that figure; 0 when its source names none.
  int year = 0;
  /// Electricity from carbon-free sources, as the operator counts it.
  std::optional<double> carbon_free_share;
  Source source;
};

inline constexpr std::size_t kMonths = 12;
inline constexpr std::size_t kHours = 24;

/// How a region's carbon intensity moves: ratios to its annual mean by month and hour (UTC).
struct GridShape {
  /// The region's.
  std::string id;
  std::array<std::array<double, kHours>, kMonths> ratios{};
  Source source;
};

}  // namespace gramme
