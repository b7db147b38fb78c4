// The catalog as lists that people and views can show.
#include <array>

#include "api/call.hpp"
#include "api/documents.hpp"

namespace gramme {

namespace {

/// Writes an entry member by member. Keys are plain ASCII.
class Entry {
 public:
  explicit Entry(JsonWriter& out) : out_(&out) { out.open_record(); }

  Entry& text(std::string_view key, std::string_view value) {
    out_->own_key(key).text(value);
    return *this;
  }
  /// Empty: null.
  Entry& text_or_null(std::string_view key, std::string_view value) {
    if (!value.empty()) return text(key, value);
    out_->own_key(key).null();
    return *this;
  }
  Entry& texts(std::string_view key, const std::vector<std::string>& values) {
    out_->own_key(key).open_list();
    for (const std::string& value : values) out_->text(value);
    out_->close_list();
    return *this;
  }
  Entry& number(std::string_view key, const std::optional<double>& value) {
    out_->own_key(key);
    if (value) {
      out_->number(*value);
    } else {
      out_->null();
    }
    return *this;
  }
  Entry& range(std::string_view key, const std::optional<Range>& value) {
    out_->own_key(key).range(value);
    return *this;
  }
  /// The last member of every entry.
  void end(const Source& source) {
    out_->key("source");
    Entry(*out_).text("source", source.source).text("asOf", source.as_of).close();
    close();
  }
  void close() { out_->close_record(); }

 private:
  JsonWriter* out_;
};

void write_model(JsonWriter& out, const Model& model) {
  const auto figure = [&](Range Parameters::*member) -> std::optional<Range> {
    if (!model.parameters) return std::nullopt;
    return (*model.parameters).*member;
  };
  Entry(out)
      .text("id", model.id)
      .text("name", model.name)
      .text("provider", model.provider)
      .text("class", model.model_class)
      .text("encoding", model.encoding)
      .texts("aliases", model.aliases)
      .texts("pageLabels", model.page_labels)
      .range("totalParametersBillion", figure(&Parameters::total_billion))
      .range("activeParametersBillion", figure(&Parameters::active_billion))
      .end(model.source);
}

void write_years(JsonWriter& out, const std::vector<YearFigure>& years) {
  out.open_record();
  for (const YearFigure& figure : years) {
    out.key(std::to_string(figure.year))
        .range(figure.carbon_intensity_grams_co2e_per_kilowatt_hour);
  }
  out.close_record();
}

void write_region(JsonWriter& out, const Region& region) {
  Entry entry(out);
  entry.text("id", region.id)
      .text("name", region.name)
      .range("carbonIntensityGramsCo2ePerKilowattHour",
             region.carbon_intensity_grams_co2e_per_kilowatt_hour);
  out.key("years");
  write_years(out, region.years);
  entry.number("gridWueLitresPerKilowattHour", region.grid_wue_litres_per_kilowatt_hour)
      .end(region.source);
}

void write_cloud_region(JsonWriter& out, const CloudRegion& cloud) {
  Entry(out)
      .text("id", cloud.id)
      .text("name", cloud.name)
      .text("provider", cloud.provider)
      .text("region", cloud.region)
      .range("carbonIntensityGramsCo2ePerKilowattHour",
             cloud.carbon_intensity_grams_co2e_per_kilowatt_hour)
      .number("carbonFreeShare", cloud.carbon_free_share)
      .end(cloud.source);
}

void write_grid_shape(JsonWriter& out, const GridShape& shape) {
  Entry entry(out);
  entry.text("id", shape.id);
  out.key("ratios").open_list();
  for (const auto& hours : shape.ratios) {
    out.open_list();
    for (const double ratio : hours) out.number(ratio);
    out.close_list();
  }
  out.close_list();
  entry.end(shape.source);
}

void write_method(JsonWriter& out, const MethodEntry& method) {
  Entry entry(out);
  entry.text("id", method.id)
      .text("name", method.name)
      .text("defaultProfile", method.default_profile);
  out.key("profiles").open_list();
  for (const MethodProfile& profile : method.profiles) out.text(profile.id);
  out.close_list();
  entry.texts("boundary", method.boundary).end(method.source);
}

void write_encoding(JsonWriter& out, const Encoding& encoding) {
  Entry(out)
      .text("id", encoding.id)
      .text("name", encoding.name)
      .text("kind", encoding.estimator ? "estimated" : "exact")
      .text("vocabulary", encoding.vocabulary)
      .text_or_null("framing", encoding.framing)
      .end(encoding.source);
}

void write_framing(JsonWriter& out, const Framing& framing) {
  Entry(out)
      .text("id", framing.id)
      .text("name", framing.name)
      .text("kind", framing.is_exact ? "exact" : "estimated")
      .end(framing.source);
}

void write_provider(JsonWriter& out, const Provider& provider) {
  std::optional<Range> market_based;
  if (provider.market_based) {
    market_based = provider.market_based->carbon_intensity_grams_co2e_per_kilowatt_hour;
  }
  Entry(out)
      .text("id", provider.id)
      .text("name", provider.name)
      .text_or_null("site", provider.site)
      .text("region", provider.region)
      .range("pue", provider.pue)
      .range("wueLitresPerKilowattHour", provider.wue_litres_per_kilowatt_hour)
      .range("marketBasedGramsCo2ePerKilowattHour", market_based)
      .end(provider.source);
}

void write_accelerator(JsonWriter& out, const Accelerator& accelerator) {
  Entry(out)
      .text("id", accelerator.id)
      .text("name", accelerator.name)
      .texts("aliases", accelerator.aliases)
      .number("thermalDesignPowerWatts", accelerator.thermal_design_power_watts)
      .number("memoryGigabytes", accelerator.memory_gigabytes)
      .number("memoryBandwidthGigabytesPerSecond",
              accelerator.memory_bandwidth_gigabytes_per_second)
      .number("peakTeraflops16bit", accelerator.peak_teraflops_16bit)
      .number("peakTeraflops8bit", accelerator.peak_teraflops_8bit)
      .number("peakTeraflops4bit", accelerator.peak_teraflops_4bit)
      .number("embodiedKilogramsCo2e", accelerator.embodied_kilograms_co2e)
      .end(accelerator.source);
}

void write_architecture(JsonWriter& out, const ModelArchitecture& shape) {
  Entry(out)
      .text("id", shape.id)
      .text("name", shape.name)
      .texts("prefixes", shape.prefixes)
      .number("totalParametersBillion", shape.total_parameters_billion)
      .number("activeParametersBillion", shape.active_parameters_billion)
      .number("layers", shape.layers)
      .number("hiddenSize", shape.hidden_size)
      .number("kvValuesPerToken", shape.kv_values_per_token)
      .end(shape.source);
}

template <typename Entries, typename Write>
void write_entries(JsonWriter& out, const Entries& entries, Write write) {
  out.open_list();
  for (const auto& entry : entries) write(out, entry);
  out.close_list();
}

template <auto Entries, auto Write>
void write_list(JsonWriter& out, const Catalog& catalog) {
  write_entries(out, catalog.*Entries, Write);
}

struct Listing {
  std::string_view name;
  void (*write)(JsonWriter&, const Catalog&);
};

constexpr std::array kListings{
    Listing{"models", &write_list<&Catalog::models, &write_model>},
    Listing{"regions", &write_list<&Catalog::regions, &write_region>},
    Listing{"cloudRegions", &write_list<&Catalog::cloud_regions, &write_cloud_region>},
    Listing{"gridShapes", &write_list<&Catalog::grid_shapes, &write_grid_shape>},
    Listing{"methods", &write_list<&Catalog::methods, &write_method>},
    Listing{"framings", &write_list<&Catalog::framings, &write_framing>},
    Listing{"providers", &write_list<&Catalog::providers, &write_provider>},
    Listing{"accelerators", &write_list<&Catalog::accelerators, &write_accelerator>},
    Listing{"architectures", &write_list<&Catalog::architectures, &write_architecture>},
};

}  // namespace

Problem list_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"what"});
  const std::string what = fields.text("what");
  if (reading.problem) return reading.problem;
  if (what == "encodings") {
    write_entries(answer, core.catalog.encodings(), write_encoding);
    return std::nullopt;
  }
  for (const Listing& listing : kListings) {
    if (listing.name != what) continue;
    listing.write(answer, *core.catalog);
    return std::nullopt;
  }
  return fail(ErrorCode::out_of_range, "/what",
              "models, regions, cloudRegions, gridShapes, methods, encodings, framings, providers, "
              "accelerators or architectures");
}

}  // namespace gramme
