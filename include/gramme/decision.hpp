#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gramme/catalog.hpp"
#include "gramme/estimate.hpp"
#include "gramme/range.hpp"
#include "gramme/result.hpp"

namespace gramme {

/// How the scaled criteria of a row become its score: their weighted sum, or their weighted
/// geometric mean (docs/method.md#decision).
enum class DecisionMethod { criteria, impact };

/// Where a scale begins and ends.
struct ScaleBounds {
  double low = 0.0;
  double high = 1.0;
};

/// Something that rows are judged by. Values of the known ids (src/decision/criteria.cpp) come from
/// the entries' own figures, those of any other id from `values`.
struct Criterion {
  std::string id;
  std::string unit;
  double weight = 0.0;
  bool is_less_worse = false;
  /// Absent: from the least and the largest value of the rows.
  std::optional<ScaleBounds> bounds;
};

/// Scores from which an advice begins, ascending.
struct AdviceThresholds {
  double monitor = 0.3;
  double throttle = 0.6;
  double deactivate = 0.8;
};

/// A service in one language: what it does in a month, and what is known of it.
struct ServiceEntry {
  std::string service;
  std::string language;
  /// "transcription", "translation", "text-generation", the id of a profile, or "measured".
  std::string kind;
  /// Where it stands in the matrix, for errors: "services[0].languages[1]".
  std::string path;
  double files_per_month = 0.0;
  /// More files each month, as a share of the month before.
  double growth_per_month = 0.0;
  // Of each file.
  std::optional<Range> audio_minutes;
  std::optional<Range> video_minutes;
  std::optional<Range> characters;
  std::optional<Range> output_characters;
  std::optional<Range> input_tokens;
  std::optional<Range> output_tokens;
  /// Measured at the machine: the PUE comes on top.
  std::optional<Range> watt_hours_per_file;
  /// Measured emissions, with everything that is to count.
  std::optional<Range> grams_co2e_per_file;
  std::optional<double> criticality;
  std::optional<double> cost_per_file;
  std::optional<double> cost_per_month;
  std::optional<double> seconds_per_file;
  std::optional<double> cpu_share;
  std::optional<double> gpu_share;
  std::optional<double> memory_share;
  std::optional<double> file_megabytes;
  /// By id of the user's own criteria.
  std::vector<std::pair<std::string, double>> values;
};

struct DecisionMatrix {
  DecisionMethod method = DecisionMethod::criteria;
  /// Empty: each profile's usual one, with a warning.
  std::string region;
  std::optional<Range> pue;
  std::string currency;
  AdviceThresholds thresholds;
  /// From this criticality on nothing is advised to be deactivated.
  double protected_criticality = 0.8;
  /// Of entries that name none.
  double growth_per_month = 0.0;
  std::vector<Criterion> criteria;
  std::vector<ServiceEntry> entries;
};

/// Where a criterion's bounds come from; none: it tells no rows apart and is left out.
enum class BoundsOrigin { given, data, definition, none };

struct FittedCriterion {
  Criterion criterion;
  ScaleBounds bounds;
  BoundsOrigin origin = BoundsOrigin::none;
};

/// What an entry weighs.
struct WeighedEntry {
  ServiceEntry entry;
  std::string profile_id;
  /// With the PUE.
  Range watt_hours_per_file;
  Range grams_co2e_per_file;
  /// As measured, or of the profile.
  std::optional<double> seconds_per_file;
  /// Of texts, as given or counted from characters.
  std::optional<Range> input_tokens;
  std::optional<Range> output_tokens;
};

/// One criterion of one row; absent: not known, or the criterion is left out.
struct CriterionScore {
  std::optional<double> value;
  std::optional<double> scaled;
  /// Share of the row's own weights.
  double weight_share = 0.0;
  /// What it adds to the score; of a geometric mean, what it is scaled to.
  double contribution = 0.0;
};

struct RowScore {
  std::vector<CriterionScore> parts;
  /// Share of all weights that the row has values for.
  double scored_share = 0.0;
  std::optional<double> score;
};

enum class Advice { activate, monitor, throttle, reduce_volume, deactivate };

[[nodiscard]] std::string_view name_of(Advice advice);

/// Why an advice is given.
enum class AdviceReason {
  below_monitor,
  from_monitor,
  volume_drives,
  volume_does_not_help,
  from_deactivate,
  criticality_protects,
};

[[nodiscard]] std::string_view name_of(AdviceReason reason);

struct AdvisedRow {
  Advice advice = Advice::activate;
  AdviceReason reason = AdviceReason::below_monitor;
  /// Most whole files a month at which the score is below the throttle threshold, if any are.
  std::optional<double> reduced_files;
  /// Of the month, if the advice is taken.
  Range saves_grams_co2e;
};

struct DecidedRow {
  WeighedEntry weighed;
  int rank = 0;
  Range watt_hours_per_month;
  Range grams_co2e_per_month;
  RowScore score;
  /// Absent: less than half of the weights could be scored.
  std::optional<AdvisedRow> advised;
};

/// A month to come.
struct ProjectedRow {
  int month = 0;
  std::size_t row = 0;
  double files = 0.0;
  Range grams_co2e;
  std::optional<double> score;
  std::optional<Advice> advice;
};

/// What one weight does to the first places, the others' ratios held.
struct WeightSensitivity {
  std::size_t criterion = 0;
  double weight_share = 0.0;
  /// Its share at which first and second change places; absent: at none.
  std::optional<double> swap_weight_share;
  /// The weight there beside the weight now, less one.
  std::optional<double> swap_change;
  std::size_t first_at_half = 0;
  std::size_t first_at_one_and_a_half = 0;
};

struct Sensitivity {
  std::vector<WeightSensitivity> weights;
  /// Position in `weights` of the smallest change that swaps the first two.
  std::optional<std::size_t> closest;
  /// Of each row: share of the weightings in which it is the first.
  std::vector<double> first_share;
  double weightings = 0.0;
};

struct Decision {
  std::vector<FittedCriterion> criteria;
  /// By rank.
  std::vector<DecidedRow> rows;
  std::string region;
  /// Absent with fewer than two rows that are scored.
  std::optional<Sensitivity> sensitivity;
  std::vector<ProjectedRow> projection;
  std::vector<Warning> warnings;
  std::vector<Source> sources;
};

/// What is asked besides the matrix as it is.
struct DecisionQuestion {
  /// The matrix as it would be: judged on the scales of the matrix as it is.
  const DecisionMatrix* changed = nullptr;
  /// Months to look ahead.
  int months = 0;
};

struct Decided {
  Decision now;
  /// Present when a change was asked about.
  std::optional<Decision> changed;
};

/// The criteria of a built-in set: "footprint", "resources" or "impact"; empty for any other name.
[[nodiscard]] std::vector<Criterion> criteria_set(const std::string& name);

/// The unit of a criterion whose values come from the entries' own figures; empty: it is the
/// user's.
[[nodiscard]] std::string unit_of_known_criterion(const std::string& id);

/// Weighs, scores and ranks services, and advises on each (docs/method.md#decision).
/// Errors: unknown_region, dangling_reference (kind, language), missing_key, out_of_range; dotted
/// paths into the matrix.
[[nodiscard]] Result<Decided> decide(const Catalog& catalog, const DecisionMatrix& matrix,
                                     const DecisionQuestion& question);

}  // namespace gramme
