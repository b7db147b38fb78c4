#include "api/documents.hpp"

namespace gramme {

namespace {

constexpr Bounds kSeconds{0.0, 1e7};
constexpr Bounds kIntensity{0.001, 2000.0};
constexpr Bounds kPue{1.0, 3.0};

std::string_view name_of(ModelMatch match) {
  if (match == ModelMatch::exact) return "exact";
  if (match == ModelMatch::family) return "family";
  return match == ModelMatch::site ? "site" : "none";
}

constexpr Bounds kAccelerators{1.0, 1e6};
constexpr Bounds kBatchSize{1.0, 1e6};
constexpr Bounds kBytesPerParameter{0.1, 8.0};

OwnServer read_server(Fields& fields) {
  OwnServer server;
  const Value* given = fields.find("server");
  if (given == nullptr) return server;
  const Path path = fields.at("server");
  Fields keys(*given, path, fields.reading(),
              {"accelerator", "accelerators", "batchSize", "bytesPerParameter"});
  server.accelerator = keys.optional_text("accelerator").value_or(std::string{});
  server.accelerators = keys.optional_number("accelerators", kAccelerators);
  server.batch_size = keys.optional_range("batchSize", kBatchSize);
  server.bytes_per_parameter = keys.optional_number("bytesPerParameter", kBytesPerParameter);
  return server;
}

}  // namespace

Exchange read_exchange(Fields& fields) {
  Exchange exchange;
  exchange.model = fields.optional_text("model").value_or(std::string{});
  exchange.site = fields.optional_text("site").value_or(std::string{});
  exchange.input_tokens = fields.optional_range("inputTokens", kCount).value_or(Range{});
  exchange.cached_input_tokens =
      fields.optional_range("cachedInputTokens", kCount).value_or(Range{});
  exchange.output_tokens = fields.range("outputTokens", kCount);
  exchange.latency_seconds = fields.optional_number("latencySeconds", kSeconds);
  exchange.region = fields.optional_text("region").value_or(std::string{});
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour =
      fields.optional_range("carbonIntensityGramsCo2ePerKilowattHour", kIntensity);
  exchange.pue = fields.optional_range("pue", kPue);
  exchange.server = read_server(fields);
  exchange.method = fields.optional_text("method").value_or(std::string{});
  exchange.profile = fields.optional_text("profile").value_or(std::string{});
  if (exchange.model.empty() && exchange.site.empty()) {
    fields.reading().report(ErrorCode::missing_key, fields.at("model"),
                            "name the model, or at least the site");
  }
  return exchange;
}

Value write_source(const Source& source) {
  return Record{{"source", source.source}, {"asOf", source.as_of}};
}

Value write_optional(const std::optional<Range>& range) { return range ? Value{*range} : Value{}; }

Value write_warnings(const std::vector<Warning>& warnings) {
  List out;
  for (const Warning& warning : warnings) {
    out.emplace_back(Record{{"code", warning.code}, {"message", warning.message}});
  }
  return out;
}

Value write_estimate(const Estimate& estimate) {
  const Footprint& footprint = estimate.footprint;
  List boundary;
  for (const std::string& part : estimate.boundary) boundary.emplace_back(part);
  List sources;
  for (const Source& source : estimate.sources) sources.push_back(write_source(source));
  return Record{{"modelId", estimate.model_id},
                {"modelName", estimate.model_name},
                {"modelMatch", name_of(estimate.model_match)},
                {"provider", estimate.provider},
                {"region", estimate.region},
                {"method", estimate.method},
                {"profile", estimate.profile},
                {"methodology", std::string_view(kMethodologyVersion)},
                {"energyWattHours", footprint.energy_watt_hours},
                {"gramsCo2e", footprint.grams_co2e},
                {"operationalGramsCo2e", footprint.operational_grams_co2e},
                {"embodiedGramsCo2e", write_optional(footprint.embodied_grams_co2e)},
                {"waterLitres", write_optional(footprint.water_litres)},
                {"primaryEnergyMegajoules", write_optional(footprint.primary_energy_megajoules)},
                {"adpeKilogramsSb", write_optional(footprint.adpe_kilograms_sb)},
                {"boundary", std::move(boundary)},
                {"warnings", write_warnings(estimate.warnings)},
                {"sources", std::move(sources)}};
}

}  // namespace gramme
