// EcoLogits with every input given; each may be a range.
#include <cmath>

#include "api/formula.hpp"
#include "methods/ecologits_formula.hpp"

namespace gramme {

namespace {

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

}  // namespace

Result<Value> evaluate_ecologits(const FormulaRequest& request) {
  const Result<MethodProfile> profile = formula_profile(request, "ecologits");
  if (!profile) return profile.error();
  const EcologitsConstants constants = ecologits_constants(*profile);
  const Reading& reading = request.fields.reading();
  Fields fields = formula_inputs(
      request.fields, {"activeParametersBillion", "totalParametersBillion", "outputTokens", "pue",
                       "wueLitresPerKilowattHour", "gridWueLitresPerKilowattHour",
                       "carbonIntensityGramsCo2ePerKilowattHour", "adpeKilogramsSbPerKilowattHour",
                       "primaryEnergyMegajoulesPerKilowattHour", "latencySeconds",
                       "tokensPerSecond", "secondsToFirstToken"});
  Sums sums;
  for (const Bound bound : {&Range::low, &Range::central, &Range::high}) {
    const EcologitsInputs point = read_inputs({fields, bound});
    if (reading.problem) return *reading.problem;
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

}  // namespace gramme
