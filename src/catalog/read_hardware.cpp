#include <algorithm>
#include <cmath>

#include "catalog/lower_case.hpp"
#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kCacheSeconds{0.0, 1e7};
constexpr Bounds kTokensPerSecond{0.1, 1e5};
constexpr Bounds kPowerWatts{0.1, 10000.0};
constexpr Bounds kMemoryGigabytes{0.1, 100000.0};
constexpr Bounds kGigabytesPerSecond{1.0, 1e6};
constexpr Bounds kTeraflops{0.1, 1e6};
constexpr Bounds kEmbodiedKilograms{0.1, 100000.0};
constexpr Bounds kBatchSize{1.0, 1e6};
constexpr Bounds kBytesPerParameter{0.1, 8.0};
constexpr Bounds kParametersBillion{0.001, 100000.0};
constexpr Bounds kLayers{1.0, 10000.0};
constexpr Bounds kHiddenSize{1.0, 1e6};
// None at all is possible: some models keep a state of fixed size instead.
constexpr Bounds kKvValues{0.0, 1e8};

int read_whole(Fields& fields, std::string_view key, Bounds bounds) {
  const double number = fields.number(key, bounds);
  if (number != std::floor(number)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at(key), "a whole number");
  }
  return static_cast<int>(number);
}

/// Names of models are looked up in the same form, so any other prefix would never be found.
bool is_prefix(const std::string& prefix) {
  return !prefix.empty() && prefix.find('/') == std::string::npos && lower_case(prefix) == prefix;
}

std::vector<std::string> read_prefixes(Fields& fields) {
  std::vector<std::string> prefixes = fields.texts("prefixes");
  if (prefixes.empty()) {
    fields.reading().report(ErrorCode::missing_key, fields.at("prefixes"), "at least one prefix");
  }
  if (!std::all_of(prefixes.begin(), prefixes.end(), is_prefix)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("prefixes"),
                            "prefixes are lower-case, without a slash and not empty");
  }
  return prefixes;
}

}  // namespace

Accelerator read_accelerator(const Value& value, const Path& path, Reading& reading) {
  Fields fields(
      value, path, reading,
      {"id", "name", "aliases", "thermal_design_power_watts", "memory_gigabytes",
       "memory_bandwidth_gigabytes_per_second", "peak_teraflops_16bit", "peak_teraflops_8bit",
       "peak_teraflops_4bit", "embodied_kilograms_co2e", "source", "as_of"});
  Accelerator accelerator;
  accelerator.id = read_id(fields);
  accelerator.name = fields.text("name");
  accelerator.aliases = fields.texts("aliases");
  accelerator.thermal_design_power_watts = fields.number("thermal_design_power_watts", kPowerWatts);
  accelerator.memory_gigabytes = fields.optional_number("memory_gigabytes", kMemoryGigabytes);
  accelerator.memory_bandwidth_gigabytes_per_second =
      fields.optional_number("memory_bandwidth_gigabytes_per_second", kGigabytesPerSecond);
  accelerator.peak_teraflops_16bit = fields.optional_number("peak_teraflops_16bit", kTeraflops);
  accelerator.peak_teraflops_8bit = fields.optional_number("peak_teraflops_8bit", kTeraflops);
  accelerator.peak_teraflops_4bit = fields.optional_number("peak_teraflops_4bit", kTeraflops);
  accelerator.embodied_kilograms_co2e =
      fields.optional_number("embodied_kilograms_co2e", kEmbodiedKilograms);
  accelerator.source = read_source(fields);
  return accelerator;
}

ModelArchitecture read_architecture(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "prefixes", "total_parameters_billion", "active_parameters_billion",
                 "layers", "hidden_size", "kv_values_per_token", "source", "as_of"});
  ModelArchitecture shape;
  shape.id = read_id(fields);
  shape.name = fields.text("name");
  shape.prefixes = read_prefixes(fields);
  shape.total_parameters_billion = fields.number("total_parameters_billion", kParametersBillion);
  shape.active_parameters_billion = fields.number("active_parameters_billion", kParametersBillion);
  if (shape.active_parameters_billion > shape.total_parameters_billion) {
    reading.report(ErrorCode::out_of_range, fields.at("active_parameters_billion"),
                   "active parameters cannot exceed total parameters");
  }
  shape.layers = read_whole(fields, "layers", kLayers);
  shape.hidden_size = read_whole(fields, "hidden_size", kHiddenSize);
  shape.kv_values_per_token = read_whole(fields, "kv_values_per_token", kKvValues);
  shape.source = read_source(fields);
  return shape;
}

ServingClass read_serving_class(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "accelerator", "best_accelerator", "worst_accelerator", "batch_size",
                 "bytes_per_parameter", "cache_kept_seconds", "reasoning_tokens_per_second",
                 "source", "as_of"});
  ServingClass serving;
  serving.id = read_id(fields);
  serving.name = fields.text("name");
  serving.accelerator = fields.text("accelerator");
  serving.best_accelerator = fields.text("best_accelerator");
  serving.worst_accelerator = fields.text("worst_accelerator");
  serving.batch_size = fields.range("batch_size", kBatchSize);
  serving.bytes_per_parameter = fields.range("bytes_per_parameter", kBytesPerParameter);
  serving.cache_kept_seconds = fields.range("cache_kept_seconds", kCacheSeconds);
  serving.reasoning_tokens_per_second =
      fields.range("reasoning_tokens_per_second", kTokensPerSecond);
  serving.source = read_source(fields);
  return serving;
}

}  // namespace gramme
