// What is advised of a service (docs/method.md#decision).
#include "decision/advice.hpp"

#include <array>
#include <cmath>

namespace gramme {

namespace {

/// Of all weights: on less than half of what matters nothing is advised.
constexpr double kLeastScoredShare = 0.5;
/// Fewest files that a service which goes on is reduced to.
constexpr double kFewestFiles = 1.0;
/// Halvings until two numbers of files up to 1e12 are less than one apart.
constexpr int kHalvings = 42;

[[nodiscard]] bool is_below(const Scoring& scoring, const WeighedEntry& row, double files,
                            double threshold) {
  const std::optional<double> score = score_row(scoring, row, files).score;
  return score && *score < threshold;
}

/// Most whole files at which the score is below; the score rises with the files.
/// Precondition: at one file it is, at all of them it is not.
[[nodiscard]] double most_files_below(const Scoring& scoring, const WeighedEntry& row, double files,
                                      double threshold) {
  double below = kFewestFiles;
  double above = files;
  for (int i = 0; i < kHalvings && above - below > 1.0; ++i) {
    const double middle = std::floor((below + above) / 2.0);
    if (is_below(scoring, row, middle, threshold)) {
      below = middle;
    } else {
      above = middle;
    }
  }
  return below;
}

[[nodiscard]] bool is_protected(const ServiceEntry& entry, const AdviceRules& rules) {
  return entry.criticality && *entry.criticality >= rules.protected_criticality;
}

/// From the throttle threshold on: how it comes below it again, or that it does not.
AdvisedRow intervene(bool is_reducible) {
  return is_reducible ? AdvisedRow{Advice::reduce_volume, AdviceReason::volume_drives, {}, {}}
                      : AdvisedRow{Advice::throttle, AdviceReason::volume_does_not_help, {}, {}};
}

Range saved_grams(const AdvisedRow& advised, const WeighedEntry& row, double files) {
  const Range all = row.grams_co2e_per_file * files;
  switch (advised.advice) {
    case Advice::deactivate:
      return all;
    case Advice::reduce_volume:
      return row.grams_co2e_per_file * (files - advised.reduced_files.value_or(files));
    case Advice::throttle:
      // Held at today's files: what growth would add in the next month.
      return all * std::fmax(row.entry.growth_per_month, 0.0);
    case Advice::activate:
    case Advice::monitor:
      break;
  }
  return {};
}

}  // namespace

std::string_view name_of(Advice advice) {
  constexpr std::array<std::string_view, 5> kNames{"activate", "monitor", "throttle",
                                                   "reduce_volume", "deactivate"};
  return kNames.at(static_cast<std::size_t>(advice));
}

std::string_view name_of(AdviceReason reason) {
  constexpr std::array<std::string_view, 6> kNames{"below_monitor",   "from_monitor",
                                                   "volume_drives",   "volume_does_not_help",
                                                   "from_deactivate", "criticality_protects"};
  return kNames.at(static_cast<std::size_t>(reason));
}

std::optional<AdvisedRow> classify(const Scoring& scoring, const AdviceRules& rules,
                                   const WeighedEntry& row, double files_per_month) {
  const RowScore scored = score_row(scoring, row, files_per_month);
  const std::optional<double>& score = scored.score;
  if (!score || scored.scored_share < kLeastScoredShare) return std::nullopt;
  const AdviceThresholds& from = rules.thresholds;
  if (*score < from.throttle) {
    const bool is_watched = *score >= from.monitor && scoring.method == DecisionMethod::criteria;
    return is_watched ? AdvisedRow{Advice::monitor, AdviceReason::from_monitor, {}, {}}
                      : AdvisedRow{Advice::activate, AdviceReason::below_monitor, {}, {}};
  }
  if (*score >= from.deactivate && !is_protected(row.entry, rules)) {
    return AdvisedRow{Advice::deactivate, AdviceReason::from_deactivate, {}, {}};
  }
  AdvisedRow out = intervene(files_per_month > kFewestFiles &&
                             is_below(scoring, row, kFewestFiles, from.throttle));
  if (*score >= from.deactivate) out.reason = AdviceReason::criticality_protects;
  return out;
}

std::optional<AdvisedRow> advise(const Scoring& scoring, const AdviceRules& rules,
                                 const WeighedEntry& row, double files_per_month) {
  std::optional<AdvisedRow> out = classify(scoring, rules, row, files_per_month);
  if (!out) return out;
  const double throttle = rules.thresholds.throttle;
  const bool is_high = !is_below(scoring, row, files_per_month, throttle);
  if (is_high && is_below(scoring, row, kFewestFiles, throttle)) {
    out->reduced_files = most_files_below(scoring, row, files_per_month, throttle);
  }
  out->saves_grams_co2e = saved_grams(*out, row, files_per_month);
  return out;
}

}  // namespace gramme
