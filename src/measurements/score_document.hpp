#pragma once

#include <string>
#include <vector>

#include "data/value.hpp"
#include "measurements/score.hpp"
#include "measurements/serving_rows.hpp"

namespace gramme {

/// What rows are grouped by.
using Group = std::string ServingRow::*;

/// A score as the door and the fit write it.
[[nodiscard]] Record write_score(const Score& score);

/// A score of each group, in byte order of their names. Preconditions: one scored row for each row;
/// every measured figure is above 0. Rows predicted as 0 are passed over: the method has no answer.
[[nodiscard]] Value write_groups(const std::vector<ServingRow>& rows,
                                 const std::vector<Scored>& scored, Group group);

/// Each row's measured and predicted figure in joules, with the same preconditions.
[[nodiscard]] Value write_predictions(const std::vector<ServingRow>& rows,
                                      const std::vector<Scored>& scored);

}  // namespace gramme
