// A stored period under another method, with what changed.
#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/stored_document.hpp"

namespace gramme {

namespace {

void write_figures_of(JsonWriter& out, const LedgerRow& row) {
  out.open_record();
  out.key("methodology").text(row.methodology);
  out.key("energyWattHours").range(row.energy_watt_hours);
  out.key("gramsCo2e").range(row.grams_co2e);
  out.key("waterLitres").range(row.water_litres);
  out.close_record();
}

void write_change(JsonWriter& out, const Recomputed::Change& change) {
  out.open_record();
  out.key("site").text(change.before.site);
  out.key("modelId").text(change.before.model_id);
  out.key("region").text(change.before.region);
  out.key("requests").number(change.before.requests);
  out.key("before");
  write_figures_of(out, change.before);
  out.key("after");
  write_figures_of(out, change.after);
  out.close_record();
}

}  // namespace

Problem recompute_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"period", "method", "profile"});
  const Period period =
      read_any_period(fields.find_or_empty("period"), fields.at("period"), reading);
  const MethodChoice choice{fields.optional_text("method").value_or(std::string{}),
                            fields.optional_text("profile").value_or(std::string{})};
  if (reading.problem) return reading.problem;
  const Result<Recomputed> again = recompute(*core.catalog, period, choice);
  if (!again) return again.error();
  answer.open_record();
  answer.key("period");
  write_period(answer, again->period);
  answer.key("changes").open_list();
  for (const Recomputed::Change& change : again->changes) write_change(answer, change);
  answer.close_list();
  answer.close_record();
  return std::nullopt;
}

}  // namespace gramme
