#include <cmath>

#include "api/documents.hpp"

namespace gramme {

namespace {

constexpr Bounds kSeconds{0.0, 1e7};
constexpr Bounds kIntensity{0.001, 2000.0};
constexpr Bounds kPue{1.0, 3.0};
constexpr Bounds kWue{0.0, 100.0};
constexpr Bounds kYear{kFirstYear, kLastYear};
constexpr Bounds kMonth{1.0, kMonths};
constexpr Bounds kHour{0.0, kHours - 1.0};

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

/// Images, their size in pixels, pages of files.
Attachments read_attachments(Fields& fields) {
  constexpr Bounds kAttached{0.0, 1e5};
  constexpr Bounds kPixels{1.0, 1e5};
  Attachments out;
  const Value* given = fields.find("attachments");
  if (given == nullptr) return out;
  const Path path = fields.at("attachments");
  Fields keys(*given, path, fields.reading(),
              {"images", "imageWidthPixels", "imageHeightPixels", "filePages"});
  out.images = keys.optional_number("images", kAttached).value_or(0.0);
  out.file_pages = keys.optional_number("filePages", kAttached).value_or(0.0);
  const std::optional<double> width = keys.optional_number("imageWidthPixels", kPixels);
  const std::optional<double> height = keys.optional_number("imageHeightPixels", kPixels);
  if (width && height) out.image_size = ImageSize{*width, *height};
  if (width.has_value() != height.has_value()) {
    fields.reading().report(ErrorCode::missing_key, path, "width and height go together");
  }
  return out;
}

int read_whole(Fields& fields, std::string_view key, Bounds bounds) {
  const double number = fields.number(key, bounds);
  if (number != std::floor(number)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at(key), "a whole number");
  }
  return static_cast<int>(number);
}

std::optional<GridTime> read_grid_time(Fields& fields) {
  const Value* given = fields.find("gridTime");
  if (given == nullptr) return std::nullopt;
  const Path path = fields.at("gridTime");
  Fields keys(*given, path, fields.reading(), {"month", "hour"});
  return GridTime{read_whole(keys, "month", kMonth), read_whole(keys, "hour", kHour)};
}

std::string_view name_of(ContextState context) {
  switch (context) {
    case ContextState::cached:
      return "cached";
    case ContextState::read_anew:
      return "new";
    case ContextState::unknown:
      return "unknown";
    case ContextState::none:
      break;
  }
  return "none";
}

std::string_view name_of(Accounting accounting) {
  return accounting == Accounting::market_based ? "market-based" : "location-based";
}

Accounting read_accounting(Fields& fields) {
  const std::optional<std::string> given = fields.optional_text("accounting");
  if (given && *given != name_of(Accounting::location_based) &&
      *given != name_of(Accounting::market_based)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("accounting"),
                            "location-based or market-based");
  }
  return given == name_of(Accounting::market_based) ? Accounting::market_based
                                                    : Accounting::location_based;
}

/// Where the model runs, as far as the user says it.
void read_place(Fields& fields, Exchange& exchange) {
  exchange.region = fields.optional_text("region").value_or(std::string{});
  if (fields.find("year") != nullptr) exchange.year = read_whole(fields, "year", kYear);
  exchange.grid_time = read_grid_time(fields);
  exchange.accounting = read_accounting(fields);
  exchange.carbon_intensity_grams_co2e_per_kilowatt_hour =
      fields.optional_range("carbonIntensityGramsCo2ePerKilowattHour", kIntensity);
  exchange.pue = fields.optional_range("pue", kPue);
  exchange.wue_litres_per_kilowatt_hour = fields.optional_range("wueLitresPerKilowattHour", kWue);
  exchange.grid_wue_litres_per_kilowatt_hour =
      fields.optional_number("gridWueLitresPerKilowattHour", kWue);
}

void write_year(JsonWriter& out, const std::optional<int>& year) {
  out.key("regionYear");
  if (year) {
    out.number(*year);
  } else {
    out.null();
  }
}

void write_footprint(JsonWriter& out, const Footprint& footprint) {
  out.key("energyWattHours").range(footprint.energy_watt_hours);
  out.key("gramsCo2e").range(footprint.grams_co2e);
  out.key("operationalGramsCo2e").range(footprint.operational_grams_co2e);
  out.key("embodiedGramsCo2e").range(footprint.embodied_grams_co2e);
  out.key("waterLitres").range(footprint.water_litres);
  out.key("onSiteWaterLitres").range(footprint.on_site_water_litres);
  out.key("gridWaterLitres").range(footprint.grid_water_litres);
  out.key("primaryEnergyMegajoules").range(footprint.primary_energy_megajoules);
  out.key("adpeKilogramsSb").range(footprint.adpe_kilograms_sb);
}

void write_notes(JsonWriter& out, const Estimate& estimate) {
  out.key("warnings").open_list();
  for (const Warning& warning : estimate.warnings) {
    out.open_record();
    out.key("code").text(warning.code);
    out.key("message").text(warning.message);
    out.close_record();
  }
  out.close_list();
  out.key("sources").open_list();
  for (const Source& source : estimate.sources) {
    out.open_record();
    out.key("source").text(source.source);
    out.key("asOf").text(source.as_of);
    out.close_record();
  }
  out.close_list();
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
  exchange.context_tokens = fields.optional_range("contextTokens", kCount).value_or(Range{});
  exchange.context_age_seconds = fields.optional_number("contextAgeSeconds", kSeconds);
  exchange.reasoning_seconds = fields.optional_number("reasoningSeconds", kSeconds);
  exchange.attachments = read_attachments(fields);
  exchange.latency_seconds = fields.optional_number("latencySeconds", kSeconds);
  read_place(fields, exchange);
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

Value write_warnings(const std::vector<Warning>& warnings) {
  List out;
  for (const Warning& warning : warnings) {
    out.emplace_back(Record{{"code", warning.code}, {"message", warning.message}});
  }
  return out;
}

void write_estimate_members(JsonWriter& out, const Estimate& estimate) {
  out.key("modelId").text(estimate.model_id);
  out.key("modelName").text(estimate.model_name);
  out.key("modelMatch").text(name_of(estimate.model_match));
  out.key("provider").text(estimate.provider);
  out.key("region").text(estimate.region);
  write_year(out, estimate.region_year);
  out.key("accounting").text(name_of(estimate.accounting));
  out.key("context").text(name_of(estimate.context));
  out.key("reasoningTokens").range(estimate.reasoning_tokens);
  out.key("attachmentTokens").range(estimate.attachment_tokens);
  out.key("method").text(estimate.method);
  out.key("profile").text(estimate.profile);
  out.key("methodology").text(kMethodologyVersion);
  write_footprint(out, estimate.footprint);
  out.key("boundary").open_list();
  for (const std::string& part : estimate.boundary) out.text(part);
  out.close_list();
  write_notes(out, estimate);
}

void write_estimate(JsonWriter& out, const Estimate& estimate) {
  out.open_record();
  write_estimate_members(out, estimate);
  out.close_record();
}

}  // namespace gramme
