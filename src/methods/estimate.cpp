#include "gramme/estimate.hpp"

#include "methods/asked_tokens.hpp"
#include "methods/calibrated.hpp"
#include "methods/prepare.hpp"

namespace gramme {

namespace {

constexpr std::string_view kDefaultMethod = "roofline";

void warn_about_model(Estimate& out, const ResolvedModel& resolved, const Exchange& exchange) {
  if (resolved.match == ModelMatch::family) {
    out.warnings.push_back(
        {"model_assumed_from_family",
         "\"" + exchange.model + "\" is not in the catalog: counted like its model family"});
  } else if (resolved.match == ModelMatch::site) {
    out.warnings.push_back({exchange.model.empty() ? "model_not_shown" : "unknown_model",
                            "model not known: counted as a usual model of this site"});
  } else if (resolved.match == ModelMatch::none) {
    out.warnings.push_back(
        {"unknown_model", "model not known: counted as a large model; choose one from the list"});
  }
}

const ModelArchitecture* architecture_of(const Catalog& catalog, const ResolvedModel& resolved,
                                         const std::string& asked) {
  // As it was asked for: prefixes have the dots that compared names have not.
  if (resolved.known == nullptr) return find_architecture(catalog, asked);
  const auto position = static_cast<std::size_t>(resolved.known - catalog.models.data());
  const std::size_t shape = catalog.index.architecture_of_model[position];
  return shape == CatalogIndex::kNone ? nullptr : &catalog.architectures[shape];
}

/// Whose figures they are, in the order in which they come in.
void add_sources(Estimate& out, const PreparedEstimate& prepared, const Exchange& exchange) {
  constexpr std::size_t kUsualSources = 6;
  out.sources.reserve(kUsualSources);
  out.sources.push_back(prepared.resolved.model().source);
  if (prepared.assumed_class != nullptr) out.sources.push_back(prepared.assumed_class->source);
  if (prepared.architecture != nullptr) out.sources.push_back(prepared.architecture->source);
  explain_place(out, prepared.place, exchange);
  out.sources.push_back(prepared.chosen.profile->source);
}

const AttachmentRule* attachment_rule_of(const Catalog& catalog, const Provider& provider) {
  const AttachmentRule* usual = nullptr;
  for (const AttachmentRule& rule : catalog.attachments) {
    if (rule.provider == provider.id) return &rule;
    if (rule.provider.empty()) usual = &rule;
  }
  return usual;
}

void warn_about_parameters(Estimate& out, const PreparedEstimate& prepared) {
  if (prepared.resolved.model().parameters || prepared.architecture != nullptr) return;
  out.warnings.push_back({"parameters_assumed_from_class",
                          "no figure for this model's size is published: its class stands in"});
}

/// The model's own parameters, those of its public weights, or its class's.
void find_parameters(PreparedEstimate& out, const Catalog& catalog) {
  const Model& model = out.resolved.model();
  if (model.parameters) {
    out.parameters = *model.parameters;
    return;
  }
  if (out.architecture != nullptr) {
    out.parameters = {exactly(out.architecture->total_parameters_billion),
                      exactly(out.architecture->active_parameters_billion)};
    return;
  }
  out.assumed_class = find_by_id(catalog.classes, model.model_class);
  if (out.assumed_class != nullptr) out.parameters = out.assumed_class->parameters;
}

}  // namespace

Result<PreparedEstimate> prepare_estimate(const Catalog& catalog, const Exchange& exchange) {
  PreparedEstimate out;
  const std::string method(exchange.method.empty() ? kDefaultMethod : exchange.method);
  const Result<ChosenMethod> chosen = choose_method(catalog, method, exchange.profile);
  if (!chosen) return chosen.error();
  out.chosen = *chosen;
  out.resolved = resolve_model(catalog, exchange.model, exchange.site);
  const Result<Place> place = find_place(catalog, exchange, out.resolved.model());
  if (!place) return place.error();
  out.place = *place;
  out.architecture = architecture_of(catalog, out.resolved, exchange.model);
  find_parameters(out, catalog);
  out.serving_class = find_serving_class(catalog, out.place.provider->serving);
  out.attachment_rule = attachment_rule_of(catalog, *out.place.provider);
  if (!out.chosen.method->needs_serving) return out;
  const Result<Serving> serving =
      find_serving(catalog, out.place.provider->serving, exchange.server);
  if (!serving) return serving.error();
  out.serving = *serving;
  out.serving.architecture = out.architecture;
  return out;
}

Estimate described_estimate(const PreparedEstimate& prepared, const MethodInput& in,
                            const Footprint& footprint) {
  const ResolvedModel& resolved = prepared.resolved;
  const ChosenMethod& chosen = prepared.chosen;
  Estimate out;
  out.footprint = footprint;
  out.model_id = resolved.model().id;
  out.model_name = resolved.model().name;
  out.model_match = resolved.match;
  out.method = chosen.entry->id;
  out.profile = chosen.profile->id;
  out.boundary = chosen.entry->boundary;
  add_sources(out, prepared, in.exchange);
  warn_about_model(out, resolved, in.exchange);
  warn_about_parameters(out, prepared);
  if (chosen.method->warnings != nullptr) {
    const std::vector<Warning> of_method = chosen.method->warnings(in);
    out.warnings.insert(out.warnings.end(), of_method.begin(), of_method.end());
  }
  warn_about_place(out, prepared.place, in.exchange);
  return out;
}

Result<Estimate> estimate(const Catalog& catalog, const Exchange& exchange) {
  if (auto calibrated = estimate_calibrated(catalog, exchange)) return *std::move(calibrated);
  const Result<PreparedEstimate> prepared = prepare_estimate(catalog, exchange);
  if (!prepared) return prepared.error();
  if (is_plain(exchange)) {
    const MethodInput in = prepared->input(exchange);
    return described_estimate(*prepared, in, prepared->chosen.method->compute(in));
  }
  const AskedTokens asked = asked_tokens(*prepared, exchange);
  Estimate out =
      described_estimate(*prepared, prepared->input(asked.exchange), weigh(*prepared, asked));
  describe_tokens(out, *prepared, asked);
  return out;
}

}  // namespace gramme
