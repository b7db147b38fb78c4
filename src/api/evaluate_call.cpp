// A method's formula with every input given: for conformance and for people who know their server.
#include <algorithm>
#include <cmath>

#include "api/call.hpp"
#include "api/documents.hpp"
#include "methods/ecologits_formula.hpp"

namespace gramme {

namespace {

constexpr Bounds kAmount{0.0, 1e18};
constexpr Bounds kConstant{1e-18, 1e18};
using Bound = double Range::*;

struct PointReader {
  Fields& fields;
  Bound bound;

  [[nodiscard]] double required(std::string_view key) { return fields.range(key, kAmount).*bound; }
  [[nodiscard]] std::optional<double> optional(std::string_view key) {
    const std::optional<Range> range = fields.optional_range(key, kAmount);
    return range ? std::optional<double>((*range).*bound) : std::nullopt;
  }
};

EcologitsInputs read_inputs(PointReader in) {
  EcologitsInputs point;
  point.active_parameters_billion = in.required("activeParametersBillion");
  point.total_parameters_billion = in.required("totalParametersBillion");
  point.output_tokens = {in.required("outputTokens")};
  point.pue = in.required("pue");
  point.wue_litres_per_kilowatt_hour = in.required("wueLitresPerKilowattHour");
  point.grid_wue_litres_per_kilowatt_hour = in.required("gridWueLitresPerKilowattHour");
  point.intensity_kilograms_co2e_per_kilowatt_hour =
      in.required("carbonIntensityGramsCo2ePerKilowattHour") / kGramsPerKilogram;
  point.adpe_kilograms_sb_per_kilowatt_hour = in.required("adpeKilogramsSbPerKilowattHour");
  point.primary_energy_megajoules_per_kilowatt_hour =
      in.required("primaryEnergyMegajoulesPerKilowattHour");
  if (const auto latency = in.optional("latencySeconds")) point.measured_latency = {*latency};
  if (const auto speed = in.optional("tokensPerSecond")) point.output_speed = {*speed};
  if (const auto first = in.optional("secondsToFirstToken")) point.time_to_first_token = {*first};
  return point;
}

/// The profile with some of its constants replaced by the caller's.
MethodProfile read_profile(const MethodProfile& profile, Fields& request) {
  MethodProfile out = profile;
  const Value* overrides = request.find("constants");
  if (overrides == nullptr) return out;
  const Path path = request.at("constants");
  Fields values(*overrides, path, request.reading());
  if (request.reading().problem) return out;
  for (const Member& member : *overrides->record()) {
    const auto known = std::find_if(out.constants.begin(), out.constants.end(),
                                    [&](const auto& entry) { return entry.first == member.key; });
    if (known == out.constants.end()) {
      request.reading().report(ErrorCode::unknown_key, values.at(member.key),
                               "the method has no such constant");
      return out;
    }
    known->second = values.range(member.key, kConstant);
  }
  return out;
}

bool is_finite(const EcologitsResult& result) {
  const auto is_impact_finite = [](const EcologitsImpacts& impacts) {
    return std::isfinite(impacts.kilograms_co2e + impacts.kilograms_sb + impacts.megajoules);
  };
  return std::isfinite(result.energy.value + result.water_litres) &&
         is_impact_finite(result.usage) && is_impact_finite(result.embodied);
}

struct Sums {
  Range energy_kilowatt_hours, water_litres;
  Range usage_co2e, usage_sb, usage_megajoules;
  Range embodied_co2e, embodied_sb, embodied_megajoules;

  void put(const EcologitsResult& result, Bound bound) {
    energy_kilowatt_hours.*bound = result.energy.value;
    water_litres.*bound = result.water_litres;
    usage_co2e.*bound = result.usage.kilograms_co2e;
    usage_sb.*bound = result.usage.kilograms_sb;
    usage_megajoules.*bound = result.usage.megajoules;
    embodied_co2e.*bound = result.embodied.kilograms_co2e;
    embodied_sb.*bound = result.embodied.kilograms_sb;
    embodied_megajoules.*bound = result.embodied.megajoules;
  }

  [[nodiscard]] Value write() const {
    return Record{{"energyKilowattHours", energy_kilowatt_hours},
                  {"waterLitres", water_litres},
                  {"usageKilogramsCo2e", usage_co2e},
                  {"usageKilogramsSb", usage_sb},
                  {"usageMegajoules", usage_megajoules},
                  {"embodiedKilogramsCo2e", embodied_co2e},
                  {"embodiedKilogramsSb", embodied_sb},
                  {"embodiedMegajoules", embodied_megajoules}};
  }
};

Result<Value> evaluate_ecologits(const MethodProfile& profile, Fields& request) {
  const EcologitsConstants constants = ecologits_constants(read_profile(profile, request));
  const Value nothing{Record{}};
  const Value* inputs = request.find("inputs");
  const Path path = request.at("inputs");
  Fields fields(inputs == nullptr ? nothing : *inputs, path, request.reading(),
                {"activeParametersBillion", "totalParametersBillion", "outputTokens", "pue",
                 "wueLitresPerKilowattHour", "gridWueLitresPerKilowattHour",
                 "carbonIntensityGramsCo2ePerKilowattHour", "adpeKilogramsSbPerKilowattHour",
                 "primaryEnergyMegajoulesPerKilowattHour", "latencySeconds", "tokensPerSecond",
                 "secondsToFirstToken"});
  Sums sums;
  for (const Bound bound : {&Range::low, &Range::central, &Range::high}) {
    const EcologitsInputs point = read_inputs({fields, bound});
    if (request.reading().problem) return *request.reading().problem;
    const Result<EcologitsResult> result = ecologits_formula(constants, point);
    if (!result) {
      return fail(result.error().code, "/inputs" + result.error().path, result.error().message);
    }
    if (!is_finite(*result)) {
      return fail(ErrorCode::out_of_range, "/inputs", "the result is too large to be a number");
    }
    sums.put(*result, bound);
  }
  return sums.write();
}

}  // namespace

Result<Value> evaluate_call(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"method", "profile", "constants", "inputs"});
  const std::string id = fields.text("method");
  const std::string profile_id = fields.text("profile");
  if (reading.problem) return *reading.problem;
  const MethodEntry* method = find_by_id(core.catalog->methods, id);
  if (method == nullptr || id != "ecologits") {
    return fail(ErrorCode::unknown_method, "/method", "no formula is open under that name");
  }
  const MethodProfile* profile = find_by_id(method->profiles, profile_id);
  if (profile == nullptr) {
    return fail(ErrorCode::unknown_method, "/profile", "the method has no such profile");
  }
  return evaluate_ecologits(*profile, fields);
}

}  // namespace gramme
