// The calculator of the project's origin as it was: its formula, regions, hardware and profiles.
#include <string>

#include "api/calculator.hpp"
#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/envelope.hpp"
#include "methods/method.hpp"
#include "methods/prefill_decode_as_written_formula.hpp"
#include "yaml/yaml.hpp"

namespace gramme {

namespace {

constexpr Bounds kTokens{0.0, 1e9};
constexpr Bounds kRequests{1.0, 1e12};
constexpr Bounds kIntensity{0.0, 2000.0};
constexpr Bounds kPue{1.0, 3.0};
constexpr Bounds kPower{0.0, 1e5};
constexpr std::string_view kMethod = "prefill-decode-as-written";

struct Calculation {
  std::string region;
  std::string use;
  AsWrittenServer server;
  AsWrittenInputs inputs;
  double intensity = 0.0;
  double requests = 1.0;
  /// The tokens are characters of a configuration.
  bool has_own_sizes = false;
};

/// A figure of the request, or else the profile's constant of that name.
double given_or(Fields& fields, std::string_view key, Bounds bounds, const Range* constant) {
  if (const auto given = fields.optional_number(key, bounds)) return *given;
  return constant == nullptr ? fields.number(key, bounds) : constant->central;
}

/// The constant that belongs to a name, such as a region; reports a name that has none.
const Range* constant_of(Fields& fields, std::string_view key, const MethodProfile& profile,
                         std::string_view suffix) {
  const std::string name = fields.optional_text(key).value_or(std::string{});
  if (name.empty()) return nullptr;
  const Range* found = find_constant(profile, name + std::string(suffix));
  if (found == nullptr) {
    const std::string known = names_with(profile, suffix) + " are known";
    fields.reading().report(ErrorCode::out_of_range, fields.at(key), known);
  }
  return found;
}

Calculation read_calculation(Fields& fields, const MethodProfile& profile) {
  Calculation out;
  out.region = fields.optional_text("region").value_or(std::string{});
  out.use = fields.optional_text("usageProfile").value_or(std::string{});
  const auto own = [&](const char* name) { return find_constant(profile, name); };
  out.server.gpu_power = {given_or(fields, "gpuPowerWatts", kPower, own("gpu_power_watts"))};
  out.server.cpu_power = {given_or(fields, "cpuPowerWatts", kPower, own("cpu_power_watts"))};
  out.server.cpu_share = given_or(fields, "cpuShare", kShare, own("cpu_share"));
  out.server.speed = {given_or(fields, "tokensPerSecond", kPositive, own("tokens_per_second"))};
  const auto of = [&](std::string_view key, std::string_view suffix) {
    return constant_of(fields, key, profile, suffix);
  };
  out.inputs.input_tokens = {
      given_or(fields, "inputTokens", kTokens, of("usageProfile", kInputSuffix))};
  out.inputs.output_tokens = {
      given_or(fields, "outputTokens", kTokens, of("usageProfile", kOutputSuffix))};
  out.inputs.pue = given_or(fields, "pue", kPue, of("region", kPueSuffix));
  out.intensity = given_or(fields, "carbonIntensityGramsCo2ePerKilowattHour", kIntensity,
                           of("region", kIntensitySuffix));
  out.requests = fields.optional_number("requests", kRequests).value_or(1.0);
  return out;
}

std::vector<Warning> warnings_of(const Calculation& asked) {
  std::vector<Warning> warnings{dimension_error_warning()};
  if (asked.has_own_sizes) {
    warnings.push_back(
        {"characters_as_tokens",
         "the configuration gives characters, which the calculator takes for tokens: "
         "about four times too many"});
  }
  return warnings;
}

Value write_calculation(const Calculation& asked, const ChosenMethod& chosen) {
  const AsWrittenResult one = prefill_decode_as_written_formula(asked.server, asked.inputs);
  const WattHours energy = to_watt_hours(one.energy);
  const double grams = to_kilowatt_hours(energy).value * asked.intensity;
  const auto name = [](const std::string& text) { return text.empty() ? Value{} : Value{text}; };
  return Record{{"method", chosen.entry->id},
                {"profile", chosen.profile->id},
                {"region", name(asked.region)},
                {"usageProfile", name(asked.use)},
                {"inputTokens", asked.inputs.input_tokens.value},
                {"outputTokens", asked.inputs.output_tokens.value},
                {"tokensPerSecond", asked.server.speed.value},
                {"gpuPowerWatts", asked.server.gpu_power.value},
                {"cpuPowerWatts", asked.server.cpu_power.value},
                {"cpuShare", asked.server.cpu_share},
                {"pue", asked.inputs.pue},
                {"carbonIntensityGramsCo2ePerKilowattHour", asked.intensity},
                {"seconds", one.time.value},
                {"energyJoules", one.energy.value},
                {"energyWattHours", energy.value},
                {"gramsCo2e", grams},
                {"requests", asked.requests},
                {"totalEnergyWattHours", energy.value * asked.requests},
                {"totalGramsCo2e", grams * asked.requests},
                {"warnings", write_warnings(warnings_of(asked))},
                {"source", write_source(chosen.profile->source)}};
}

Result<Value> calculate(const Core& core, std::string_view request_text, std::string_view config) {
  const Result<Value> request = parse_json(request_text);
  if (!request) return request;
  const Result<ChosenMethod> chosen = choose_method(*core.catalog, std::string(kMethod));
  if (!chosen) return chosen.error();
  MethodProfile profile = *chosen->profile;
  if (!config.empty()) {
    const Result<Value> document = parse_yaml(std::string(config));
    if (!document) return document;
    Reading reading{PathStyle::dotted, std::nullopt};
    put_calculator_config(*document, reading, profile);
    if (reading.problem) return *reading.problem;
  }
  Reading reading;
  Fields fields(*request, Path{}, reading,
                {"inputTokens", "outputTokens", "usageProfile", "region", "requests", "pue",
                 "carbonIntensityGramsCo2ePerKilowattHour", "tokensPerSecond", "gpuPowerWatts",
                 "cpuPowerWatts", "cpuShare"});
  Calculation asked = read_calculation(fields, profile);
  asked.has_own_sizes = !config.empty() && !asked.use.empty();
  if (reading.problem) return *reading.problem;
  return write_calculation(asked, *chosen);
}

}  // namespace

std::string calculate_call(const Core& core, std::string_view request,
                           std::string_view config) noexcept {
  return enveloped([&] { return calculate(core, request, config); });
}

}  // namespace gramme
