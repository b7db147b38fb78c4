#include "gramme/explain.hpp"

#include <algorithm>
#include <cmath>

#include "methods/calibrated.hpp"
#include "methods/explain_factors.hpp"

namespace gramme {

namespace {

/// Small enough for a slope, large enough that rounding does not show.
constexpr double kStep = 1e-4;
/// What moves the result by less than this share of its own movement plays no part.
constexpr double kLeastElasticity = 1e-6;

/// Logarithm of how far apart the bounds are.
double width_of(const Range& range) {
  return range.low > 0.0 ? std::log(range.high / range.low) : 0.0;
}

double elasticity(double before, double after) {
  return before > 0.0 ? (after / before - 1.0) / kStep : 0.0;
}

/// The factor with what it does to the footprint; share_of_width is the raw narrowing.
Factor weighed(const Workbench& bench, const Footprint& whole, const Lever& lever) {
  Factor out = lever.factor;
  if (lever.can_scale()) {
    Workbench moved = bench;
    lever.scale(moved, 1.0 + kStep);
    const Footprint after = moved.footprint();
    out.energy_elasticity =
        elasticity(whole.energy_watt_hours.central, after.energy_watt_hours.central);
    out.carbon_elasticity = elasticity(whole.grams_co2e.central, after.grams_co2e.central);
  }
  if (lever.can_settle()) {
    Workbench settled = bench;
    lever.settle(settled);
    const double narrower = width_of(settled.footprint().grams_co2e);
    out.share_of_width = std::max(0.0, width_of(whole.grams_co2e) - narrower);
  }
  return out;
}

bool plays_a_part(const Factor& factor) {
  return std::abs(factor.energy_elasticity) > kLeastElasticity ||
         std::abs(factor.carbon_elasticity) > kLeastElasticity || factor.share_of_width > 0.0;
}

/// Unknowns narrow the range less together than one by one: what each takes away, as a share of
/// the sum of them all.
void share_width(std::vector<Factor>& factors) {
  double sum = 0.0;
  for (const Factor& factor : factors) sum += factor.share_of_width;
  if (sum <= 0.0) return;
  for (Factor& factor : factors) factor.share_of_width /= sum;
}

std::vector<Factor> factors_of(const Workbench& bench, const PreparedEstimate& prepared,
                               const Footprint& whole) {
  std::vector<Factor> factors;
  for (const Lever& lever : levers_of(bench, prepared)) {
    Factor factor = weighed(bench, whole, lever);
    if (plays_a_part(factor)) factors.push_back(std::move(factor));
  }
  share_width(factors);
  return factors;
}

double share(double part, double whole) { return whole > 0.0 ? part / whole : 0.0; }

void set_shares(Part& part) {
  for (Part& inner : part.parts) {
    inner.share = share(inner.central, part.central);
    set_shares(inner);
  }
}

Part energy_part(const Method& method, const MethodInput& in, const Range& watt_hours) {
  Part energy{"energy", "Wh", watt_hours.central, watt_hours, 1.0, {}};
  if (method.energy_parts != nullptr) energy.parts = method.energy_parts(in);
  return energy;
}

Part carbon_part(const Method& method, const MethodInput& in, const Footprint& footprint) {
  constexpr std::string_view kGrams = "gCO2e";
  const Range& operational = footprint.operational_grams_co2e;
  Part carbon{"carbon", kGrams, footprint.grams_co2e.central, footprint.grams_co2e, 1.0, {}};
  Part running{"operational", kGrams, operational.central, operational, 1.0, {}};
  running.parts.push_back(energy_part(method, in, footprint.energy_watt_hours));
  for (Part& energy : running.parts) set_shares(energy);
  carbon.parts.push_back(std::move(running));
  if (footprint.embodied_grams_co2e) {
    const Range& embodied = *footprint.embodied_grams_co2e;
    carbon.parts.push_back({"embodied", kGrams, embodied.central, embodied, 1.0, {}});
  }
  for (Part& part : carbon.parts) part.share = share(part.central, carbon.central);
  return carbon;
}

/// A line of the user's own has no constants to weigh: the tree alone.
Explanation explained_by_calibration(Estimate estimate) {
  const Footprint& footprint = estimate.footprint;
  const Range energy = footprint.energy_watt_hours;
  const Range grams = footprint.operational_grams_co2e;
  Part running{"operational", "gCO2e", grams.central, grams, 1.0, {}};
  running.parts.push_back({"energy", "Wh", energy.central, energy, 1.0, {}});
  Part carbon{"carbon", "gCO2e", grams.central, grams, 1.0, {std::move(running)}};
  return {std::move(estimate), std::move(carbon), {}};
}

}  // namespace

Result<Explanation> explain(const Catalog& catalog, const Exchange& exchange) {
  if (auto calibrated = estimate_calibrated(catalog, exchange)) {
    if (!*calibrated) return calibrated->error();
    return explained_by_calibration(**std::move(calibrated));
  }
  const Result<PreparedEstimate> prepared = prepare_estimate(catalog, exchange);
  if (!prepared) return prepared.error();
  const AskedTokens asked = asked_tokens(*prepared, exchange);
  const MethodInput in = prepared->input(asked.exchange);
  const Footprint footprint = weigh(*prepared, asked);
  Explanation out;
  out.estimate = described_estimate(*prepared, in, footprint);
  describe_tokens(out.estimate, *prepared, asked);
  out.carbon = carbon_part(*prepared->chosen.method, in, footprint);
  out.factors = factors_of(Workbench(*prepared, asked), *prepared, footprint);
  return out;
}

}  // namespace gramme
