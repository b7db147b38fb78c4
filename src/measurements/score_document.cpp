#include "measurements/score_document.hpp"

namespace gramme {

Record write_score(const Score& score) {
  return Record{{"rows", static_cast<double>(score.rows)},  {"mape", score.mean_absolute_error},
                {"medianApe", score.median_absolute_error}, {"r2Log", score.r2_log},
                {"withinFactor2", score.within_factor_2},   {"bandCoverage", score.band_coverage}};
}

}  // namespace gramme
