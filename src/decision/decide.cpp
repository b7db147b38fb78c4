// A matrix of services weighed, scored, ranked and advised on (docs/method.md#decision).
#include <algorithm>
#include <cmath>

#include "decision/advice.hpp"
#include "decision/sensitivity.hpp"
#include "decision/weigh_entry.hpp"

namespace gramme {

namespace {

/// A matrix whose rows are weighed, and the scales they are judged on.
struct Board {
  const DecisionMatrix& matrix;
  std::vector<WeighedEntry> rows;
  std::vector<FittedCriterion> criteria;
  WeighingNotes notes;

  [[nodiscard]] Scoring scoring() const { return {criteria, matrix.method}; }
  [[nodiscard]] AdviceRules rules() const {
    return {matrix.thresholds, matrix.protected_criticality};
  }
};

std::string name_of(const ServiceEntry& entry) { return entry.service + " " + entry.language; }

Problem weigh(const Catalog& catalog, Board& board) {
  for (const ServiceEntry& entry : board.matrix.entries) {
    const Result<WeighedEntry> row = weigh_entry(catalog, board.matrix, entry, board.notes);
    if (!row) return row.error();
    board.rows.push_back(*row);
  }
  return std::nullopt;
}

DecidedRow decided(const Board& board, const WeighedEntry& row) {
  const double files = row.entry.files_per_month;
  DecidedRow out;
  out.weighed = row;
  out.watt_hours_per_month = row.watt_hours_per_file * files;
  out.grams_co2e_per_month = row.grams_co2e_per_file * files;
  out.score = score_row(board.scoring(), row, files);
  out.advised = advise(board.scoring(), board.rules(), row, files);
  return out;
}

/// The highest score first; rows without one last; else as in the matrix.
bool is_before(const DecidedRow& one, const DecidedRow& other) {
  return one.score.score.value_or(-1.0) > other.score.score.value_or(-1.0);
}

void rank(std::vector<DecidedRow>& rows) {
  std::stable_sort(rows.begin(), rows.end(), is_before);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].rank = static_cast<int>(i) + 1;
}

/// Names of the rows for which something holds of one criterion.
template <typename Holds>
std::string rows_where(const std::vector<DecidedRow>& rows, Holds holds) {
  std::string names;
  for (const DecidedRow& row : rows) {
    if (holds(row)) names += (names.empty() ? "" : ", ") + name_of(row.weighed.entry);
  }
  return names;
}

void warn_about_criterion(const Decision& decision, std::size_t place, WeighingNotes& notes) {
  const FittedCriterion& fitted = decision.criteria[place];
  const std::string& id = fitted.criterion.id;
  if (fitted.origin == BoundsOrigin::none) {
    notes.warn(Warning{"criterion_without_spread",
                       "the rows are alike in " + id +
                           ", or it is not known of any: left out; give it bounds of its own"});
    return;
  }
  const std::string missing = rows_where(
      decision.rows, [&](const DecidedRow& row) { return !row.score.parts[place].value; });
  if (!missing.empty()) {
    notes.warn(Warning{"value_missing", id + " is not known of " + missing +
                                            ": left out there, the other weights take its place"});
  }
  if (fitted.origin == BoundsOrigin::definition) {
    notes.warn(Warning{"bounds_by_definition",
                       "the rows are alike in " + id + ": judged between what it can be at all"});
    return;
  }
  const std::string outside = rows_where(decision.rows, [&](const DecidedRow& row) {
    const std::optional<double>& value = row.score.parts[place].value;
    return value && is_outside(fitted, *value);
  });
  if (!outside.empty()) {
    notes.warn(Warning{"value_outside_bounds",
                       id + " of " + outside + " lies beyond its bounds: counted as the bound"});
  }
}

void warn_about_scores(const Decision& decision, WeighingNotes& notes) {
  for (std::size_t i = 0; i < decision.criteria.size(); ++i) {
    warn_about_criterion(decision, i, notes);
  }
  const std::string unadvised =
      rows_where(decision.rows, [](const DecidedRow& row) { return !row.advised; });
  if (!unadvised.empty()) {
    notes.warn(Warning{"advice_withheld",
                       "less than half of the weights could be scored of " + unadvised +
                           ": no advice; give criteria bounds of their own, or what is missing"});
  }
}

void put_sensitivity(const Board& board, Decision& decision) {
  std::vector<RowScore> scores;
  for (const DecidedRow& row : decision.rows) {
    if (row.score.score) scores.push_back(row.score);
  }
  if (scores.size() >= 2) decision.sensitivity = sensitivity_of(board.scoring(), scores);
}

ProjectedRow projected(const Board& board, const WeighedEntry& row, int month) {
  ProjectedRow out;
  out.month = month;
  out.files = row.entry.files_per_month * std::pow(1.0 + row.entry.growth_per_month, month);
  out.grams_co2e = row.grams_co2e_per_file * out.files;
  out.score = score_row(board.scoring(), row, out.files).score;
  const auto advised = classify(board.scoring(), board.rules(), row, out.files);
  if (advised) out.advice = advised->advice;
  return out;
}

void project(const Board& board, int months, Decision& decision) {
  for (int month = 1; month <= months; ++month) {
    for (std::size_t i = 0; i < decision.rows.size(); ++i) {
      decision.projection.push_back(projected(board, decision.rows[i].weighed, month));
      decision.projection.back().row = i;
    }
  }
}

Decision decision_of(Board& board, int months) {
  Decision out;
  out.criteria = board.criteria;
  for (const WeighedEntry& row : board.rows) out.rows.push_back(decided(board, row));
  rank(out.rows);
  put_sensitivity(board, out);
  project(board, months, out);
  warn_about_scores(out, board.notes);
  out.region = board.notes.region;
  out.warnings = board.notes.warnings;
  out.sources = board.notes.sources;
  return out;
}

}  // namespace

Result<Decided> decide(const Catalog& catalog, const DecisionMatrix& matrix,
                       const DecisionQuestion& question) {
  Board now{matrix, {}, {}, {}};
  if (Problem problem = weigh(catalog, now)) return *std::move(problem);
  now.criteria = fit_criteria(matrix, now.rows);
  Decided out{decision_of(now, question.months), std::nullopt};
  if (question.changed == nullptr) return out;
  Board changed{*question.changed, {}, {}, {}};
  if (Problem problem = weigh(catalog, changed)) return *std::move(problem);
  changed.criteria = now.criteria;
  out.changed = decision_of(changed, question.months);
  return out;
}

}  // namespace gramme
