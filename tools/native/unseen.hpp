#pragma once

#include <map>
#include <string>
#include <vector>

#include "measurements/measured_request.hpp"
#include "measurements/score_document.hpp"
#include "methods/roofline_plan.hpp"

/// Fits of the roofline method by the name of the group that each has not seen.
using FitsByGroup = std::map<std::string, gramme::RooflineTerms>;

/// Measured beside predicted, of models whose every parameter works on each token, and of mixtures.
struct Residuals {
  gramme::Range whole;
  gramme::Range mixture;
};

struct LeftOut {
  gramme::Group group;
  const FitsByGroup& fits;
  Residuals residuals;
};

/// All outlive it.
struct Served {
  const gramme::Catalog& catalog;
  const std::vector<gramme::ServingRow>& rows;
  const gramme::ChosenMethod& method;
};

/// The constants as the config names them.
[[nodiscard]] gramme::Record write_constants(const gramme::RooflineTerms& factors,
                                             const Residuals& residuals);

/// Scores and predictions of rows by the fits that have not seen them: all known of the serving,
/// and scores where less is.
[[nodiscard]] gramme::Value write_unseen(const Served& served, const LeftOut& left_out);
