#include "gramme/estimate.hpp"

#include "methods/calibrated.hpp"
#include "methods/place.hpp"

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

/// The model's own parameters, or its class's with a warning.
Parameters parameters_of(const Catalog& catalog, const Model& model, Estimate& out) {
  if (model.parameters) return *model.parameters;
  out.warnings.push_back({"parameters_assumed_from_class",
                          "no figure for this model's size is published: its class stands in"});
  const ModelClass* model_class = find_by_id(catalog.classes, model.model_class);
  if (model_class == nullptr) return {};
  out.sources.push_back(model_class->source);
  return model_class->parameters;
}

const ModelArchitecture* architecture_of(const Catalog& catalog, const ResolvedModel& resolved) {
  if (resolved.known == nullptr) return find_architecture(catalog, resolved.assumed.id);
  const auto position = static_cast<std::size_t>(resolved.known - catalog.models.data());
  const std::size_t shape = catalog.index.architecture_of_model[position];
  return shape == CatalogIndex::kNone ? nullptr : &catalog.architectures[shape];
}

void explain(Estimate& out, const Place& place, const ChosenMethod& chosen,
             const Exchange& exchange) {
  out.method = chosen.entry->id;
  out.profile = chosen.profile->id;
  out.boundary = chosen.entry->boundary;
  explain_place(out, place, exchange);
  out.sources.push_back(chosen.profile->source);
}

}  // namespace

Result<Estimate> estimate(const Catalog& catalog, const Exchange& exchange) {
  if (auto calibrated = estimate_calibrated(catalog, exchange)) return *std::move(calibrated);
  const std::string method(exchange.method.empty() ? kDefaultMethod : exchange.method);
  const Result<ChosenMethod> chosen = choose_method(catalog, method, exchange.profile);
  if (!chosen) return chosen.error();
  const ResolvedModel resolved = resolve_model(catalog, exchange.model, exchange.site);
  const Result<Place> place = find_place(catalog, exchange, resolved.model());
  if (!place) return place.error();

  Estimate out;
  out.model_id = resolved.model().id;
  out.model_name = resolved.model().name;
  out.model_match = resolved.match;
  warn_about_model(out, resolved, exchange);
  out.sources.push_back(resolved.model().source);
  const Parameters parameters = parameters_of(catalog, resolved.model(), out);
  Serving serving;
  if (chosen->method->needs_serving) {
    const Result<Serving> found = find_serving(catalog, place->provider->serving, exchange.server);
    if (!found) return found.error();
    serving = *found;
    serving.architecture = architecture_of(catalog, resolved);
  }
  const MethodInput input{exchange,         resolved.model(),
                          parameters,       placement_of(*place, exchange),
                          *chosen->profile, serving};
  out.footprint = chosen->method->compute(input);
  if (chosen->method->warnings != nullptr) {
    const std::vector<Warning> of_method = chosen->method->warnings(input);
    out.warnings.insert(out.warnings.end(), of_method.begin(), of_method.end());
  }
  explain(out, *place, *chosen, exchange);
  warn_about_place(out, *place, exchange);
  return out;
}

}  // namespace gramme
