// The catalog as lists that people and views can show.
#include <array>

#include "api/call.hpp"
#include "api/documents.hpp"

namespace gramme {

namespace {

List write_texts(const std::vector<std::string>& texts) {
  List out;
  for (const std::string& text : texts) out.emplace_back(text);
  return out;
}

Value write_number(const std::optional<double>& number) {
  return number ? Value{*number} : Value{};
}

Value write_model(const Model& model) {
  const bool has_parameters = model.parameters.has_value();
  return Record{
      {"id", model.id},
      {"name", model.name},
      {"provider", model.provider},
      {"class", model.model_class},
      {"encoding", model.encoding},
      {"aliases", write_texts(model.aliases)},
      {"pageLabels", write_texts(model.page_labels)},
      {"totalParametersBillion", has_parameters ? Value{model.parameters->total_billion} : Value{}},
      {"activeParametersBillion",
       has_parameters ? Value{model.parameters->active_billion} : Value{}},
      {"source", write_source(model.source)}};
}

Value write_years(const std::vector<YearFigure>& years) {
  Record out;
  out.reserve(years.size());
  for (const YearFigure& figure : years) {
    out.push_back(
        {std::to_string(figure.year), figure.carbon_intensity_grams_co2e_per_kilowatt_hour});
  }
  return out;
}

Value write_region(const Region& region) {
  return Record{
      {"id", region.id},
      {"name", region.name},
      {"carbonIntensityGramsCo2ePerKilowattHour",
       region.carbon_intensity_grams_co2e_per_kilowatt_hour},
      {"years", write_years(region.years)},
      {"gridWueLitresPerKilowattHour", write_number(region.grid_wue_litres_per_kilowatt_hour)},
      {"source", write_source(region.source)}};
}

Value write_cloud_region(const CloudRegion& cloud) {
  return Record{{"id", cloud.id},
                {"name", cloud.name},
                {"provider", cloud.provider},
                {"region", cloud.region},
                {"carbonIntensityGramsCo2ePerKilowattHour",
                 write_optional(cloud.carbon_intensity_grams_co2e_per_kilowatt_hour)},
                {"carbonFreeShare", write_number(cloud.carbon_free_share)},
                {"source", write_source(cloud.source)}};
}

Value write_grid_shape(const GridShape& shape) {
  List months;
  months.reserve(kMonths);
  for (const auto& hours : shape.ratios) {
    months.emplace_back(List(hours.begin(), hours.end()));
  }
  return Record{
      {"id", shape.id}, {"ratios", std::move(months)}, {"source", write_source(shape.source)}};
}

Value write_method(const MethodEntry& method) {
  List profiles;
  for (const MethodProfile& profile : method.profiles) profiles.emplace_back(profile.id);
  return Record{{"id", method.id},
                {"name", method.name},
                {"defaultProfile", method.default_profile},
                {"profiles", std::move(profiles)},
                {"boundary", write_texts(method.boundary)},
                {"source", write_source(method.source)}};
}

Value write_encoding(const Encoding& encoding) {
  return Record{{"id", encoding.id},
                {"name", encoding.name},
                {"kind", encoding.estimator ? "estimated" : "exact"},
                {"vocabulary", encoding.vocabulary},
                {"framing", encoding.framing.empty() ? Value{} : Value{encoding.framing}},
                {"source", write_source(encoding.source)}};
}

Value write_framing(const Framing& framing) {
  return Record{{"id", framing.id},
                {"name", framing.name},
                {"kind", framing.is_exact ? "exact" : "estimated"},
                {"source", write_source(framing.source)}};
}

Value write_provider(const Provider& provider) {
  return Record{{"id", provider.id},
                {"name", provider.name},
                {"site", provider.site.empty() ? Value{} : Value{provider.site}},
                {"region", provider.region},
                {"pue", provider.pue},
                {"wueLitresPerKilowattHour", write_optional(provider.wue_litres_per_kilowatt_hour)},
                {"marketBasedGramsCo2ePerKilowattHour",
                 provider.market_based
                     ? Value{provider.market_based->carbon_intensity_grams_co2e_per_kilowatt_hour}
                     : Value{}},
                {"source", write_source(provider.source)}};
}

Value write_accelerator(const Accelerator& accelerator) {
  return Record{{"id", accelerator.id},
                {"name", accelerator.name},
                {"aliases", write_texts(accelerator.aliases)},
                {"thermalDesignPowerWatts", accelerator.thermal_design_power_watts},
                {"memoryGigabytes", write_number(accelerator.memory_gigabytes)},
                {"memoryBandwidthGigabytesPerSecond",
                 write_number(accelerator.memory_bandwidth_gigabytes_per_second)},
                {"peakTeraflops16bit", write_number(accelerator.peak_teraflops_16bit)},
                {"peakTeraflops8bit", write_number(accelerator.peak_teraflops_8bit)},
                {"peakTeraflops4bit", write_number(accelerator.peak_teraflops_4bit)},
                {"embodiedKilogramsCo2e", write_number(accelerator.embodied_kilograms_co2e)},
                {"source", write_source(accelerator.source)}};
}

Value write_architecture(const ModelArchitecture& shape) {
  return Record{{"id", shape.id},
                {"name", shape.name},
                {"prefixes", write_texts(shape.prefixes)},
                {"totalParametersBillion", shape.total_parameters_billion},
                {"activeParametersBillion", shape.active_parameters_billion},
                {"layers", static_cast<double>(shape.layers)},
                {"hiddenSize", static_cast<double>(shape.hidden_size)},
                {"kvValuesPerToken", static_cast<double>(shape.kv_values_per_token)},
                {"source", write_source(shape.source)}};
}

template <typename Entry, typename Write>
Value write_list(const std::vector<Entry>& entries, Write write) {
  List out;
  for (const Entry& entry : entries) out.push_back(write(entry));
  return out;
}

struct Listing {
  std::string_view name;
  Value (*write)(const Catalog&);
};

constexpr std::array kListings{
    Listing{"models", [](const Catalog& c) { return write_list(c.models, write_model); }},
    Listing{"regions", [](const Catalog& c) { return write_list(c.regions, write_region); }},
    Listing{"cloudRegions",
            [](const Catalog& c) { return write_list(c.cloud_regions, write_cloud_region); }},
    Listing{"gridShapes",
            [](const Catalog& c) { return write_list(c.grid_shapes, write_grid_shape); }},
    Listing{"methods", [](const Catalog& c) { return write_list(c.methods, write_method); }},
    Listing{"encodings", [](const Catalog& c) { return write_list(c.encodings, write_encoding); }},
    Listing{"framings", [](const Catalog& c) { return write_list(c.framings, write_framing); }},
    Listing{"providers", [](const Catalog& c) { return write_list(c.providers, write_provider); }},
    Listing{"accelerators",
            [](const Catalog& c) { return write_list(c.accelerators, write_accelerator); }},
    Listing{"architectures",
            [](const Catalog& c) { return write_list(c.architectures, write_architecture); }},
};

}  // namespace

Result<Value> list_call(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"what"});
  const std::string what = fields.text("what");
  if (reading.problem) return *reading.problem;
  for (const Listing& listing : kListings) {
    if (listing.name == what) return listing.write(*core.catalog);
  }
  return fail(ErrorCode::out_of_range, "/what",
              "models, regions, cloudRegions, gridShapes, methods, encodings, framings, providers, "
              "accelerators or architectures");
}

}  // namespace gramme
