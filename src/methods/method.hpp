#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "gramme/estimate.hpp"
#include "gramme/explain.hpp"
#include "methods/serving.hpp"

namespace gramme {

/// Where and how the model runs.
struct Placement {
  Range pue;
  std::optional<Range> wue_litres_per_kilowatt_hour;
  Range carbon_intensity_grams_co2e_per_kilowatt_hour;
  std::optional<double> grid_wue_litres_per_kilowatt_hour;
  std::optional<double> adpe_kilograms_sb_per_kilowatt_hour;
  std::optional<double> primary_energy_megajoules_per_kilowatt_hour;
};

/// Everything a method may look at; all references outlive the call.
struct MethodInput {
  const Exchange& exchange;
  const Model& model;
  Parameters parameters;
  Placement placement;
  const MethodProfile& profile;
  Serving serving = {};
};

/// The tokens of an exchange, for methods that weigh many at once.
struct TokenKinds {
  Range input;
  Range cached_input;
  Range output;
};

/// One way to compute a footprint. Methods never include each other.
struct Method {
  std::string_view id;
  /// Names a profile lacks one of the constants, or nothing.
  std::string_view (*missing_constant)(const MethodProfile&);
  Footprint (*compute)(const MethodInput&);
  /// The same for exchanges that differ in their tokens alone; null: they are computed one by one.
  void (*compute_each)(const MethodInput&, std::span<const TokenKinds>,
                       std::span<Footprint>) = nullptr;
  /// What the reader of its figures should know; null: nothing.
  std::vector<Warning> (*warnings)(const MethodInput&) = nullptr;
  /// What the accelerators alone use, for methods that tell it apart; may be null.
  Range (*accelerator_watt_hours)(const MethodInput&) = nullptr;
  /// What the central energy adds up from, in watt-hours; null: it is one figure.
  std::vector<Part> (*energy_parts)(const MethodInput&) = nullptr;
  /// Needs to know, or to assume, how the model is served.
  bool needs_serving = false;
};

/// The constant of that name. Precondition: the profile was checked with missing_constant.
[[nodiscard]] const Range& constant(const MethodProfile& profile, std::string_view name);

/// The first of the names that the profile lacks, or empty.
[[nodiscard]] std::string_view first_missing(const MethodProfile& profile,
                                             const std::string_view* begin,
                                             const std::string_view* end);

/// The registered method of that id, or null.
[[nodiscard]] const Method* find_method(std::string_view id);

/// A registered method with its entry and profile in the catalog.
struct ChosenMethod {
  const Method* method = nullptr;
  const MethodEntry* entry = nullptr;
  const MethodProfile* profile = nullptr;
};

/// @param profile empty: the method's default one
/// Errors: unknown_method, at "/method" or "/profile".
[[nodiscard]] Result<ChosenMethod> choose_method(const Catalog& catalog, const std::string& id,
                                                 const std::string& profile = {});

/// Checks that every profile of the catalog has the constants its method needs.
/// Errors: missing_key, unknown_method (dotted path).
[[nodiscard]] Problem check_methods(const Catalog& catalog);

extern const Method kEcologits;
extern const Method kPrefillDecode;
extern const Method kPrefillDecodeAsWritten;
extern const Method kDuration;
extern const Method kDurationAsWritten;
extern const Method kPerToken;
extern const Method kJegham;
extern const Method kEpoch;
extern const Method kRoofline;

}  // namespace gramme
