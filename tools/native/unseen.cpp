#include "unseen.hpp"

using namespace gramme;

namespace {

/// The profile with constants of a fit in place of its own.
[[nodiscard]] MethodProfile with_constants(MethodProfile profile, const RooflineTerms& factors,
                                           const Residuals& residuals) {
  for (auto& [name, figure] : profile.constants) {
    for (std::size_t i = 0; i < factors.size(); ++i) {
      if (name == RooflineConstants::factor_names()[i]) figure = exactly(factors[i]);
    }
    if (name == "residual_factor") figure = residuals.whole;
    if (name == "mixture_residual_factor") figure = residuals.mixture;
  }
  return profile;
}

[[nodiscard]] std::vector<Scored> predict(const Served& served, const LeftOut& left_out,
                                          Knowledge knowledge) {
  std::map<std::string, MethodProfile> profiles;
  for (const auto& [name, factors] : left_out.fits) {
    profiles[name] = with_constants(*served.method.profile, factors, left_out.residuals);
  }
  std::vector<Scored> out;
  out.reserve(served.rows.size());
  for (const ServingRow& row : served.rows) {
    ChosenMethod method = served.method;
    method.profile = &profiles.at(row.*left_out.group);
    out.push_back({row.energy_joules, predicted_joules(served.catalog, row, knowledge, method)});
  }
  return out;
}

}  // namespace

Record write_constants(const RooflineTerms& factors, const Residuals& residuals) {
  Record constants;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    if (i == static_cast<std::size_t>(RooflineTerm::prefill)) continue;
    constants.push_back({std::string(RooflineConstants::factor_names()[i]), factors[i]});
  }
  constants.push_back({"residual_factor", residuals.whole});
  constants.push_back({"mixture_residual_factor", residuals.mixture});
  return constants;
}

Value write_unseen(const Served& served, const LeftOut& left_out) {
  constexpr Knowledge kAll{true, true, true};
  constexpr Knowledge kBatchUnknown{false, true, true};
  const std::vector<Scored> known = predict(served, left_out, kAll);
  Record out = write_score(score(known));
  out.push_back({"byFamily", write_groups(served.rows, known, &ServingRow::family)});
  out.push_back({"byHardware", write_groups(served.rows, known, &ServingRow::hardware)});
  out.push_back({"predictions", write_predictions(served.rows, known)});
  out.push_back({"batchUnknown", write_score(score(predict(served, left_out, kBatchUnknown)))});
  out.push_back({"nothingKnown", write_score(score(predict(served, left_out, {})))});
  return out;
}
