#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gramme/attachments.hpp"
#include "gramme/catalog.hpp"
#include "gramme/range.hpp"
#include "gramme/result.hpp"

namespace gramme {

/// Version of formulas and data together; a change of any user's figure raises it.
inline constexpr std::string_view kMethodologyVersion = "2026.11.4";

/// What the user knows of the server; what is absent is assumed as a range.
struct OwnServer {
  /// Id, name or alias of the accelerator.
  std::string accelerator;
  /// For one copy of the model.
  std::optional<double> accelerators;
  /// Requests decoded together.
  std::optional<Range> batch_size;
  std::optional<double> bytes_per_parameter;
};

/// A time on the grid, in UTC.
struct GridTime {
  int month = 1;
  int hour = 0;
};

/// Whose electricity is counted: what the grid at the place carries, or what the provider bought.
enum class Accounting { location_based, market_based };

/// What one exchange asked of the model. Token kinds are always apart.
struct Exchange {
  /// Id, alias or page label of the model.
  std::string model;
  /// "chatgpt", "claude" or empty.
  std::string site;
  Range input_tokens;
  Range cached_input_tokens;
  Range output_tokens;
  /// The conversation so far, sent again with the new input.
  Range context_tokens;
  /// Since the model last read it; absent: not known.
  std::optional<double> context_age_seconds;
  /// Reasoning that the page shows to have happened; its tokens are hidden.
  std::optional<double> reasoning_seconds;
  Attachments attachments;
  /// Measured seconds from sending to the end of the answer, when known.
  std::optional<double> latency_seconds;
  /// Region or cloud region; empty: the provider's usual region, with a warning.
  std::string region;
  /// Year of the carbon intensity; absent: the catalog's usual figure.
  std::optional<int> year;
  /// Absent: the annual mean.
  std::optional<GridTime> grid_time;
  Accounting accounting = Accounting::location_based;
  /// The user's own figures, used instead of the catalog's.
  std::optional<Range> carbon_intensity_grams_co2e_per_kilowatt_hour;
  std::optional<Range> pue;
  std::optional<Range> wue_litres_per_kilowatt_hour;
  std::optional<double> grid_wue_litres_per_kilowatt_hour;
  OwnServer server;
  /// Method and profile ids; empty: the default ones.
  std::string method;
  std::string profile;
};

/// Something the reader of a figure should know. Codes are explained in docs/errors.md.
struct Warning {
  std::string code;
  std::string message;
};

/// What one exchange weighs. Absent figures are unknown under the method, never zero.
struct Footprint {
  Range energy_watt_hours;
  Range operational_grams_co2e;
  std::optional<Range> embodied_grams_co2e;
  /// Operational and, where the method has it, embodied.
  Range grams_co2e;
  /// On the site and at the grid together, where both are known.
  std::optional<Range> water_litres;
  std::optional<Range> on_site_water_litres;
  std::optional<Range> grid_water_litres;
  std::optional<Range> primary_energy_megajoules;
  std::optional<Range> adpe_kilograms_sb;
};

/// How a conversation was read again.
enum class ContextState { none, cached, read_anew, unknown };

/// A footprint with everything that explains it.
struct Estimate {
  Footprint footprint;
  std::string model_id;
  std::string model_name;
  std::string provider;
  ModelMatch model_match = ModelMatch::none;
  std::string region;
  /// Year of the region's carbon intensity; absent when it is not the region's, or has no year.
  std::optional<int> region_year;
  Accounting accounting = Accounting::location_based;
  ContextState context = ContextState::none;
  /// Estimated from the seconds of reasoning; absent: none were asked for.
  std::optional<Range> reasoning_tokens;
  /// Of images and files; absent: none were asked for.
  std::optional<Range> attachment_tokens;
  std::string method;
  std::string profile;
  std::vector<std::string> boundary;
  std::vector<Warning> warnings;
  std::vector<Source> sources;
};

/// Energy, carbon and water of one chat exchange, as low/central/high (docs/method.md).
/// An unknown model is counted as its family or class, with a warning.
/// Errors: unknown_region, unknown_method (also for profiles), market_figure_unknown, out_of_range.
[[nodiscard]] Result<Estimate> estimate(const Catalog& catalog, const Exchange& exchange);

}  // namespace gramme
