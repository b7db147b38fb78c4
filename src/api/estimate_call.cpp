#include "api/call.hpp"
#include "api/documents.hpp"

namespace gramme {

Problem estimate_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, kExchangeKeys);
  const Exchange exchange = read_exchange(fields);
  if (reading.problem) return reading.problem;
  const Result<Estimate> result = estimate(*core.catalog, exchange);
  if (!result) return result.error();
  write_estimate(answer, *result);
  return std::nullopt;
}

Result<Value> resolve_call(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"model", "site"});
  const std::string name = fields.optional_text("model").value_or(std::string{});
  const std::string site = fields.optional_text("site").value_or(std::string{});
  if (reading.problem) return *reading.problem;
  const ResolvedModel resolved = resolve_model(*core.catalog, name, site);
  const Encoding* encoding = find_by_id(core.catalog.encodings(), resolved.model().encoding);
  if (encoding == nullptr) return fail(ErrorCode::unknown_encoding, "/model", "no encoding known");
  return Value{Record{{"modelId", resolved.model().id},
                      {"modelName", resolved.model().name},
                      {"provider", resolved.model().provider},
                      {"isInCatalog", resolved.match == ModelMatch::exact},
                      {"encoding", encoding->id},
                      {"isExact", !encoding->estimator.has_value()},
                      {"vocabulary", encoding->vocabulary}}};
}

}  // namespace gramme
