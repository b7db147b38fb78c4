// How firm a ranking is when weights move (docs/method.md#decision).
#include "decision/sensitivity.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace gramme {

namespace {

/// What every weight is multiplied by, each with each of the others.
constexpr std::array kMoves{0.5, 1.0, 1.5};

using ScaledRow = std::vector<std::optional<double>>;

std::vector<ScaledRow> scaled_rows(std::span<const RowScore> scores) {
  std::vector<ScaledRow> out;
  for (const RowScore& score : scores) {
    ScaledRow row;
    for (const CriterionScore& part : score.parts) row.push_back(part.scaled);
    out.push_back(std::move(row));
  }
  return out;
}

/// The row with the highest score; the earlier of two equal ones.
std::size_t first_of(DecisionMethod method, const std::vector<ScaledRow>& rows,
                     std::span<const double> weights) {
  std::size_t best = 0;
  std::optional<double> highest;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::optional<double> score = combine(method, rows[i], weights);
    if (!score || (highest && *score <= *highest)) continue;
    highest = score;
    best = i;
  }
  return best;
}

/// A row's score as the quotient of two lines in one weight t: (sum + t value) / (weights + t has).
struct Lines {
  double sum = 0.0;
  double weights = 0.0;
  double value = 0.0;
  double has = 0.0;
};

/// Of a geometric mean the logarithms, whose means are equal where the scores are.
ScaledRow summed_values(DecisionMethod method, ScaledRow row) {
  if (method == DecisionMethod::criteria) return row;
  for (std::optional<double>& value : row) {
    if (value) value = std::log(*value);
  }
  return row;
}

Lines lines_of(const ScaledRow& row, std::span<const double> weights, std::size_t moved) {
  Lines out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!row[i]) continue;
    if (i == moved) {
      out.value = *row[i];
      out.has = 1.0;
    } else {
      out.sum += weights[i] * *row[i];
      out.weights += weights[i];
    }
  }
  return out;
}

/// Real roots of a t² + b t + c.
std::vector<double> roots_of(double a, double b, double c) {
  constexpr double kNothing = 1e-12;
  if (std::abs(a) < kNothing) {
    return std::abs(b) < kNothing ? std::vector<double>{} : std::vector<double>{-c / b};
  }
  const double discriminant = b * b - 4.0 * a * c;
  if (discriminant < 0.0) return {};
  const double root = std::sqrt(discriminant);
  return {(-b - root) / (2.0 * a), (-b + root) / (2.0 * a)};
}

struct Board {
  DecisionMethod method;
  std::vector<ScaledRow> rows;
  /// Their sum is 1.
  std::vector<double> weights;
};

/// The weight nearest to today's at which the first two rows score the same. A geometric mean with
/// a factor of zero is zero under any weight: then there is none.
std::optional<double> swap_weight(const Board& board, std::size_t moved) {
  const std::vector<double>& weights = board.weights;
  const Lines one = lines_of(summed_values(board.method, board.rows[0]), weights, moved);
  const Lines two = lines_of(summed_values(board.method, board.rows[1]), weights, moved);
  const double a = one.value * two.has - two.value * one.has;
  const double b =
      one.sum * two.has + one.value * two.weights - two.sum * one.has - two.value * one.weights;
  const double c = one.sum * two.weights - two.sum * one.weights;
  std::optional<double> nearest;
  if (!std::isfinite(a) || !std::isfinite(b) || !std::isfinite(c)) return nearest;
  for (const double root : roots_of(a, b, c)) {
    // With no weight at all left nothing is ranked.
    const bool is_weight =
        root >= 0.0 && one.weights + root * one.has > 0.0 && two.weights + root * two.has > 0.0;
    if (!is_weight) continue;
    const bool is_nearer =
        !nearest || std::abs(root - weights[moved]) < std::abs(*nearest - weights[moved]);
    if (is_nearer) nearest = root;
  }
  return nearest;
}

double sum_of(std::span<const double> weights) {
  double sum = 0.0;
  for (const double weight : weights) sum += weight;
  return sum;
}

WeightSensitivity move_weight(const Board& board, std::size_t moved) {
  WeightSensitivity out;
  const double now = board.weights[moved];
  out.criterion = moved;
  out.weight_share = now;
  if (const std::optional<double> swap = swap_weight(board, moved)) {
    out.swap_weight_share = *swap / (1.0 - now + *swap);
    out.swap_change = *swap / now - 1.0;
  }
  std::vector<double> weights = board.weights;
  weights[moved] = now * kMoves.front();
  out.first_at_half = first_of(board.method, board.rows, weights);
  weights[moved] = now * kMoves.back();
  out.first_at_one_and_a_half = first_of(board.method, board.rows, weights);
  return out;
}

/// Every weight at each of its moves, with each of the others: counted in base three.
void count_firsts(const Board& board, Sensitivity& out) {
  const std::size_t count = board.weights.size();
  const auto all = static_cast<std::size_t>(std::llround(std::pow(kMoves.size(), count)));
  out.first_share.assign(board.rows.size(), 0.0);
  std::vector<double> weights(count);
  for (std::size_t number = 0; number < all; ++number) {
    std::size_t digits = number;
    for (std::size_t i = 0; i < count; ++i, digits /= kMoves.size()) {
      weights[i] = board.weights[i] * kMoves.at(digits % kMoves.size());
    }
    out.first_share[first_of(board.method, board.rows, weights)] += 1.0;
  }
  for (double& share : out.first_share) share /= static_cast<double>(all);
  out.weightings = static_cast<double>(all);
}

}  // namespace

Sensitivity sensitivity_of(const Scoring& scoring, std::span<const RowScore> scores) {
  Board board{scoring.method, scaled_rows(scores), {}};
  for (const FittedCriterion& criterion : scoring.criteria) {
    // What is left out has no weight to move.
    const bool is_used = criterion.origin != BoundsOrigin::none;
    board.weights.push_back(is_used ? criterion.criterion.weight : 0.0);
  }
  const double sum = sum_of(board.weights);
  for (double& weight : board.weights) weight /= sum;
  Sensitivity out;
  double closest = 0.0;
  for (std::size_t i = 0; i < board.weights.size(); ++i) {
    if (board.weights[i] <= 0.0) continue;
    out.weights.push_back(move_weight(board, i));
    const std::optional<double>& change = out.weights.back().swap_change;
    if (!change || (out.closest && std::abs(*change) >= closest)) continue;
    closest = std::abs(*change);
    out.closest = out.weights.size() - 1;
  }
  count_firsts(board, out);
  return out;
}

}  // namespace gramme
