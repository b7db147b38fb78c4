// What rows are judged by, and on which scale (docs/method.md#decision).
#include "decision/criteria.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "gramme/units.hpp"

namespace gramme {

namespace {

/// Hours of a mean month: 365.25 days of 24 hours over 12.
constexpr double kHoursPerMonth = 365.25 * 24.0 / 12.0;
constexpr ScaleBounds kShareBounds{0.0, 1.0};

using Figure = std::optional<double> (*)(const WeighedEntry& row, double files);

std::optional<double> kilowatt_hours(const WeighedEntry& row, double files) {
  return row.watt_hours_per_file.central * files / kWattHoursPerKilowattHour;
}

std::optional<double> kilograms(const WeighedEntry& row, double files) {
  return row.grams_co2e_per_file.central * files / kGramsPerKilogram;
}

std::optional<double> cost(const WeighedEntry& row, double files) {
  const ServiceEntry& entry = row.entry;
  if (!entry.cost_per_file && !entry.cost_per_month) return std::nullopt;
  return entry.cost_per_file.value_or(0.0) * files + entry.cost_per_month.value_or(0.0);
}

std::optional<double> seconds(const WeighedEntry& row, double /*files*/) {
  return row.seconds_per_file;
}

std::optional<double> busy_hours(const WeighedEntry& row, double files) {
  if (!row.seconds_per_file) return std::nullopt;
  return *row.seconds_per_file * files / kSecondsPerHour;
}

std::optional<double> files_of(const WeighedEntry& /*row*/, double files) { return files; }

template <std::optional<double> ServiceEntry::*Member>
std::optional<double> own(const WeighedEntry& row, double /*files*/) {
  return row.entry.*Member;
}

/// A criterion whose values come from the entries' own figures.
struct KnownCriterion {
  std::string_view id;
  std::string_view unit;
  Figure figure;
  /// What it can be at all, where that is known.
  std::optional<ScaleBounds> definition;
};

constexpr std::array kKnown{
    KnownCriterion{"energy", "kWh/month", &kilowatt_hours, std::nullopt},
    KnownCriterion{"carbon", "kg CO2e/month", &kilograms, std::nullopt},
    KnownCriterion{"cost", "currency/month", &cost, std::nullopt},
    KnownCriterion{"performance", "s/file", &seconds, std::nullopt},
    // How much of one machine's month is taken already: what is left is room to grow.
    KnownCriterion{"scalability", "busy hours/month", &busy_hours,
                   ScaleBounds{0.0, kHoursPerMonth}},
    KnownCriterion{"cpu", "share", &own<&ServiceEntry::cpu_share>, kShareBounds},
    KnownCriterion{"gpu", "share", &own<&ServiceEntry::gpu_share>, kShareBounds},
    KnownCriterion{"memory", "share", &own<&ServiceEntry::memory_share>, kShareBounds},
    KnownCriterion{"time", "s/file", &seconds, std::nullopt},
    KnownCriterion{"frequency", "files/month", &files_of, std::nullopt},
    KnownCriterion{"file_size", "MB/file", &own<&ServiceEntry::file_megabytes>, std::nullopt},
    KnownCriterion{"criticality", "share", &own<&ServiceEntry::criticality>, kShareBounds},
};

const KnownCriterion* find_known(const std::string& id) {
  const auto found = std::find_if(kKnown.begin(), kKnown.end(),
                                  [&](const KnownCriterion& known) { return known.id == id; });
  return found == kKnown.end() ? nullptr : &*found;
}

Criterion known(const char* id, double weight) {
  return {id, unit_of_known_criterion(id), weight, false, std::nullopt};
}

/// The least and the largest value that rows have.
std::optional<ScaleBounds> extent(const Criterion& criterion, std::span<const WeighedEntry> rows) {
  std::optional<ScaleBounds> out;
  for (const WeighedEntry& row : rows) {
    const auto value = value_of(criterion, row, row.entry.files_per_month);
    if (!value) continue;
    if (!out) out = ScaleBounds{*value, *value};
    out->low = std::min(out->low, *value);
    out->high = std::max(out->high, *value);
  }
  return out;
}

FittedCriterion fit(const Criterion& criterion, std::span<const WeighedEntry> rows,
                    DecisionMethod method) {
  if (criterion.bounds) return {criterion, *criterion.bounds, BoundsOrigin::given};
  const std::optional<ScaleBounds> values = extent(criterion, rows);
  if (values && values->low < values->high) {
    // A product needs a scale that keeps ratios: the least row is not nothing.
    const bool is_from_zero = method == DecisionMethod::impact && values->low > 0.0;
    return {criterion, {is_from_zero ? 0.0 : values->low, values->high}, BoundsOrigin::data};
  }
  const KnownCriterion* entry = find_known(criterion.id);
  if (entry != nullptr && entry->definition) {
    return {criterion, *entry->definition, BoundsOrigin::definition};
  }
  return {criterion, {}, BoundsOrigin::none};
}

}  // namespace

std::vector<Criterion> criteria_set(const std::string& name) {
  if (name == "footprint") {
    return {known("energy", 30.0), known("carbon", 30.0), known("cost", 20.0),
            known("performance", 10.0), known("scalability", 10.0)};
  }
  if (name == "resources") {
    return {known("cpu", 0.3), known("memory", 0.2), known("time", 0.2), known("frequency", 0.15),
            known("file_size", 0.15)};
  }
  if (name == "impact") {
    // What is less critical can more easily be done without.
    return {known("carbon", 1.0),
            {"criticality", "share", 1.0, true, kShareBounds},
            known("frequency", 1.0),
            known("cost", 1.0)};
  }
  return {};
}

std::string unit_of_known_criterion(const std::string& id) {
  const KnownCriterion* entry = find_known(id);
  return entry == nullptr ? std::string{} : std::string(entry->unit);
}

std::optional<double> value_of(const Criterion& criterion, const WeighedEntry& row,
                               double files_per_month) {
  if (const KnownCriterion* entry = find_known(criterion.id)) {
    return entry->figure(row, files_per_month);
  }
  for (const auto& [id, value] : row.entry.values) {
    if (id == criterion.id) return value;
  }
  return std::nullopt;
}

std::vector<FittedCriterion> fit_criteria(const DecisionMatrix& matrix,
                                          std::span<const WeighedEntry> rows) {
  std::vector<FittedCriterion> out;
  for (const Criterion& criterion : matrix.criteria) {
    out.push_back(fit(criterion, rows, matrix.method));
  }
  return out;
}

double scaled(const FittedCriterion& criterion, double value) {
  const ScaleBounds& bounds = criterion.bounds;
  const double place = std::clamp((value - bounds.low) / (bounds.high - bounds.low), 0.0, 1.0);
  return criterion.criterion.is_less_worse ? 1.0 - place : place;
}

bool is_outside(const FittedCriterion& criterion, double value) {
  return value < criterion.bounds.low || value > criterion.bounds.high;
}

}  // namespace gramme
