// An estimate with its tree: how it adds up, and what each factor does to it.
#include "gramme/explain.hpp"

#include "api/call.hpp"
#include "api/documents.hpp"

namespace gramme {

namespace {

void write_part(JsonWriter& out, const Part& part) {
  out.open_record();
  out.key("name").text(part.name);
  out.key("unit").text(part.unit);
  out.key("central").number(part.central);
  out.key("range").range(part.range);
  out.key("share").number(part.share);
  out.key("parts").open_list();
  for (const Part& inner : part.parts) write_part(out, inner);
  out.close_list();
  out.close_record();
}

void write_factor(JsonWriter& out, const Factor& factor) {
  out.open_record();
  out.key("name").text(factor.name);
  out.key("unit").text(factor.unit);
  out.key("value").range(factor.value);
  const bool is_given = factor.source.source.empty();
  out.key("source");
  if (is_given) {
    out.null();
  } else {
    out.value(write_source(factor.source));
  }
  out.key("energyElasticity").number(factor.energy_elasticity);
  out.key("carbonElasticity").number(factor.carbon_elasticity);
  out.key("shareOfWidth").number(factor.share_of_width);
  out.close_record();
}

}  // namespace

Problem explain_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, kExchangeKeys);
  const Exchange exchange = read_exchange(fields);
  if (reading.problem) return reading.problem;
  const Result<Explanation> explained = explain(*core.catalog, exchange);
  if (!explained) return explained.error();
  answer.open_record();
  write_estimate_members(answer, explained->estimate);
  answer.key("explanation").open_record();
  answer.key("carbon");
  write_part(answer, explained->carbon);
  answer.key("factors").open_list();
  for (const Factor& factor : explained->factors) write_factor(answer, factor);
  answer.close_list();
  answer.close_record();
  answer.close_record();
  return std::nullopt;
}

}  // namespace gramme
