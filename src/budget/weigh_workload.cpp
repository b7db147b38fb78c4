// What one file of a service used, as `decide` weighs it.
#include "decision/weigh_entry.hpp"
#include "gramme/service_budget.hpp"

namespace gramme {

namespace {

/// Emissions that somebody else measured, of an energy that is not known.
bool is_carbon_alone(const ServiceEntry& entry) {
  return entry.kind == "measured" && entry.grams_co2e_per_file && !entry.watt_hours_per_file;
}

std::string methodology_of(const WeighedEntry& weighed) {
  return std::string(kMethodologyVersion) + "/decide/" + weighed.profile_id;
}

}  // namespace

Result<WeighedUse> weigh_workload(const Catalog& catalog, const ServiceEntry& entry,
                                  const DecisionMatrix& place) {
  WeighingNotes notes;
  WeighedUse out;
  out.use.requests = 1.0;
  out.use.water_unknown_requests = 1.0;
  if (is_carbon_alone(entry)) {
    out.use.methodology = std::string(kMethodologyVersion) + "/decide/measured";
    out.use.grams_co2e = *entry.grams_co2e_per_file;
    out.use.prompt_tokens = entry.input_tokens.value_or(Range{});
    out.use.output_tokens = entry.output_tokens.value_or(Range{});
    notes.warn(Warning{"energy_unknown", "only emissions were given: the energy is not known"});
  } else {
    const Result<WeighedEntry> weighed = weigh_entry(catalog, place, entry, notes);
    if (!weighed) return weighed.error();
    out.use.methodology = methodology_of(*weighed);
    out.use.energy_watt_hours = weighed->watt_hours_per_file;
    out.use.grams_co2e = weighed->grams_co2e_per_file;
    out.use.prompt_tokens = weighed->input_tokens.value_or(Range{});
    out.use.output_tokens = weighed->output_tokens.value_or(Range{});
  }
  out.warnings = notes.warnings;
  for (const Warning& warning : out.warnings) add_warning_code(out.use, warning.code, 1.0);
  return out;
}

}  // namespace gramme
