#include "methods/calibrated.hpp"

#include <algorithm>

#include "methods/method.hpp"
#include "methods/model_tag.hpp"
#include "methods/operational.hpp"
#include "methods/place.hpp"

namespace gramme {

namespace {

constexpr std::string_view kMethod = "per-token";
constexpr std::string_view kProfile = "calibrated";

using Calibrations = std::vector<const Calibration*>;

bool is_asked_for(const Exchange& exchange) {
  const bool is_method = exchange.method.empty() || exchange.method == kMethod;
  const bool is_profile = exchange.profile.empty() || exchange.profile == kProfile;
  return is_method && is_profile;
}

/// Machines go by the name the measurements give them, accelerators by any name of theirs.
bool is_same_hardware(const Catalog& catalog, const std::string& a, const std::string& b) {
  if (model_tag(a) == model_tag(b)) return true;
  const Accelerator* const known = find_accelerator(catalog, a);
  return known != nullptr && known == find_accelerator(catalog, b);
}

Calibrations of_model(const Catalog& catalog, const Exchange& exchange) {
  const ResolvedModel resolved = resolve_model(catalog, exchange.model, exchange.site);
  const bool is_known = resolved.match == ModelMatch::exact;
  const std::string tag = model_tag(exchange.model);
  Calibrations out;
  for (const Calibration& entry : catalog.calibrations) {
    const bool is_named = !tag.empty() && model_tag(entry.model) == tag;
    if (is_named || (is_known && entry.model_id == resolved.model().id)) out.push_back(&entry);
  }
  return out;
}

Calibrations matching(const Catalog& catalog, const Exchange& exchange) {
  if (catalog.calibrations.empty() || !is_asked_for(exchange)) return {};
  Calibrations out = of_model(catalog, exchange);
  const std::string& hardware = exchange.server.accelerator;
  if (hardware.empty()) return out;
  const auto is_other = [&](const Calibration* entry) {
    return !is_same_hardware(catalog, entry->hardware, hardware);
  };
  out.erase(std::remove_if(out.begin(), out.end(), is_other), out.end());
  return out;
}

/// What a token read from a cache costs of a new one: the method's own figure.
Range cache_read_share(const Catalog& catalog) {
  const Result<ChosenMethod> chosen = choose_method(catalog, std::string(kMethod));
  return chosen ? constant(*chosen->profile, "cache_read_share") : Range{0.0, 0.0, 1.0};
}

Range energy_of(const Calibration& entry, const Exchange& exchange, const Range& cache_share) {
  const Range read = exchange.input_tokens +
                     (exchange.cached_input_tokens + exchange.context_tokens) * cache_share;
  const Range fitted = read * entry.input_watt_hours_per_token +
                       exchange.output_tokens * entry.output_watt_hours_per_token +
                       exactly(entry.request_watt_hours);
  return fitted * entry.residual_factor;
}

/// From the least to the most of any; central: the mean of all.
Range envelope_of(const Calibrations& entries, const Exchange& exchange, const Range& cache_share) {
  Range out = energy_of(*entries.front(), exchange, cache_share);
  double sum = 0.0;
  for (const Calibration* entry : entries) {
    const Range energy = energy_of(*entry, exchange, cache_share);
    out.low = std::min(out.low, energy.low);
    out.high = std::max(out.high, energy.high);
    sum += energy.central;
  }
  out.central = sum / static_cast<double>(entries.size());
  return out;
}

void warn(Estimate& out, const Calibrations& entries) {
  if (entries.size() > 1) {
    out.warnings.push_back(
        {"calibration_hardware_assumed",
         "the model was measured on several machines and none is named: all of them are spanned"});
  }
}

/// What the meter of any of them saw.
std::vector<std::string> boundary_of(const Calibrations& entries) {
  std::vector<std::string> out;
  for (const Calibration* entry : entries) {
    for (const std::string& part : entry->boundary) {
      if (std::find(out.begin(), out.end(), part) == out.end()) out.push_back(part);
    }
  }
  return out;
}

void name_model(Estimate& out, const Catalog& catalog, const Calibration& entry) {
  const Model* const known = find_by_id(catalog.models, entry.model_id);
  out.model_id = known != nullptr ? known->id : model_tag(entry.model);
  out.model_name = known != nullptr ? known->name : entry.model;
  out.model_match = ModelMatch::exact;
}

}  // namespace

std::optional<Result<Estimate>> estimate_calibrated(const Catalog& catalog,
                                                    const Exchange& exchange) {
  const Calibrations entries = matching(catalog, exchange);
  if (entries.empty()) return std::nullopt;
  // A machine of one's own stands where that of no known provider does, and has no cooling to
  // share.
  const ResolvedModel nobody = resolve_model(catalog, {}, {});
  const Result<Place> place = find_place(catalog, exchange, nobody.model());
  if (!place) return place.error();
  Placement placement = placement_of(*place, exchange);
  placement.pue = exchange.pue.value_or(exactly(1.0));

  Estimate out;
  name_model(out, catalog, *entries.front());
  explain_place(out, *place, exchange);
  // The provider's source: nothing of it is in the figures.
  out.sources.erase(out.sources.begin());
  out.method = kMethod;
  out.profile = kProfile;
  out.boundary = boundary_of(entries);
  if (exchange.pue) out.boundary.emplace_back("pue");
  const Range energy = envelope_of(entries, exchange, cache_read_share(catalog));
  out.footprint = operational_footprint(placement, energy * placement.pue);
  warn(out, entries);
  warn_about_place(out, *place, exchange);
  std::vector<Source> measured;
  for (const Calibration* entry : entries) measured.push_back(entry->source);
  out.sources.insert(out.sources.begin(), measured.begin(), measured.end());
  return out;
}

}  // namespace gramme
