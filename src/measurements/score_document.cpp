#include "measurements/score_document.hpp"

#include <map>
#include <string_view>

namespace gramme {

Record write_score(const Score& score) {
  return Record{{"rows", static_cast<double>(score.rows)},  {"mape", score.mean_absolute_error},
                {"medianApe", score.median_absolute_error}, {"r2Log", score.r2_log},
                {"withinFactor2", score.within_factor_2},   {"bandCoverage", score.band_coverage}};
}

Value write_groups(const std::vector<ServingRow>& rows, const std::vector<Scored>& scored,
                   Group group) {
  std::map<std::string_view, std::vector<Scored>> groups;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (scored[i].predicted.central > 0.0) groups[rows[i].*group].push_back(scored[i]);
  }
  List out;
  for (const auto& [name, members] : groups) {
    Record entry = write_score(score(members));
    entry.insert(entry.begin(), {"name", name});
    out.emplace_back(std::move(entry));
  }
  return out;
}

Value write_predictions(const std::vector<ServingRow>& rows, const std::vector<Scored>& scored) {
  List out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!(scored[i].predicted.central > 0.0)) continue;
    out.emplace_back(Record{{"row", static_cast<double>(rows[i].number)},
                            {"family", rows[i].family},
                            {"hardware", rows[i].hardware},
                            {"measuredJoules", scored[i].measured},
                            {"predictedJoules", scored[i].predicted}});
  }
  return out;
}

}  // namespace gramme
