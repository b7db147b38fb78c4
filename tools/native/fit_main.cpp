// Fits the constants of the roofline method to metered servers, and says how far off such fits are
// on families and on hardware that they have not seen. Deterministic: the loss is convex.
// usage: gramme_fit MEASUREMENTS.csv
#include <nlopt.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <sstream>

#include "json/json.hpp"
#include "measurements/measured_request.hpp"
#include "methods/roofline_plan.hpp"
#include "unseen.hpp"

namespace {

using namespace gramme;

/// Prefill is not fitted: most files do not tell how long the prompts were.
constexpr std::size_t kFitted = static_cast<std::size_t>(RooflineTerm::prefill);
/// Relative errors beyond this one count less than in proportion.
constexpr double kRobustError = 0.5;
constexpr double kTolerance = 1e-10;

struct Sample {
  const ServingRow* row;
  RooflineTerms terms;
  bool is_mixture = false;
};

struct Loss {
  std::vector<const Sample*> samples;
  RooflineTerms scales{};
  double prefill_factor = 0.0;
};

[[nodiscard]] double joules_of(const Sample& sample, const RooflineTerms& factors) {
  double joules = 0.0;
  for (std::size_t i = 0; i < factors.size(); ++i) joules += sample.terms[i] * factors[i];
  return joules;
}

[[nodiscard]] RooflineTerms factors_of(const Loss& loss, const double* scaled) {
  RooflineTerms factors{};
  for (std::size_t i = 0; i < kFitted; ++i) factors[i] = scaled[i] / loss.scales[i];
  factors[kFitted] = loss.prefill_factor;
  return factors;
}

/// Sum of robust relative errors, with its gradient.
double loss_at(unsigned /*count*/, const double* scaled, double* gradient, void* data) {
  const Loss& loss = *static_cast<const Loss*>(data);
  const RooflineTerms factors = factors_of(loss, scaled);
  if (gradient != nullptr) std::fill_n(gradient, kFitted, 0.0);
  double sum = 0.0;
  for (const Sample* sample : loss.samples) {
    const double measured = sample->row->energy_joules;
    const double error = joules_of(*sample, factors) / measured - 1.0;
    const double root = std::sqrt(1.0 + std::pow(error / kRobustError, 2));
    sum += kRobustError * kRobustError * (root - 1.0);
    for (std::size_t i = 0; gradient != nullptr && i < kFitted; ++i) {
      gradient[i] += error / root * sample->terms[i] / measured / loss.scales[i];
    }
  }
  return sum;
}

[[nodiscard]] RooflineTerms fit(const std::vector<const Sample*>& samples, double prefill_factor) {
  Loss loss{samples, {}, prefill_factor};
  for (std::size_t i = 0; i < kFitted; ++i) {
    for (const Sample* sample : samples) {
      loss.scales[i] += sample->terms[i] / sample->row->energy_joules;
    }
    // A term that no sample has keeps no factor.
    loss.scales[i] = std::max(loss.scales[i] / static_cast<double>(samples.size()), 1e-300);
  }
  double scaled[kFitted];
  std::fill(std::begin(scaled), std::end(scaled), 0.2);
  nlopt_opt optimiser = nlopt_create(NLOPT_LD_SLSQP, kFitted);
  nlopt_set_lower_bounds1(optimiser, 0.0);
  nlopt_set_min_objective(optimiser, loss_at, &loss);
  nlopt_set_xtol_rel(optimiser, kTolerance);
  nlopt_set_maxeval(optimiser, 5000);
  double least = 0.0;
  nlopt_optimize(optimiser, scaled, &least);
  nlopt_destroy(optimiser);
  for (std::size_t i = 0; i < kFitted; ++i) {
    if (loss.scales[i] < 1e-200) scaled[i] = 0.0;
  }
  return factors_of(loss, scaled);
}

[[nodiscard]] std::vector<const Sample*> outside(const std::vector<Sample>& samples, Group group,
                                                 const std::string& name) {
  std::vector<const Sample*> others;
  others.reserve(samples.size());
  for (const Sample& sample : samples) {
    if (sample.row->*group != name) others.push_back(&sample);
  }
  return others;
}

/// For each group, a fit to the others.
[[nodiscard]] FitsByGroup leave_one_out(const std::vector<Sample>& samples, Group group,
                                        double prefill_factor) {
  FitsByGroup fits;
  for (const Sample& sample : samples) {
    const std::string& name = sample.row->*group;
    const auto [known, is_new] = fits.try_emplace(name);
    if (is_new) known->second = fit(outside(samples, group, name), prefill_factor);
  }
  return fits;
}

/// Measured beside predicted of each row, by the fit to the groups that it is not in.
struct Ratios {
  std::vector<double> whole;
  std::vector<double> mixture;
};

void add_unseen(Ratios& out, const std::vector<Sample>& samples, Group group,
                const FitsByGroup& fits) {
  for (const Sample& sample : samples) {
    const RooflineTerms& factors = fits.at(sample.row->*group);
    std::vector<double>& ratios = sample.is_mixture ? out.mixture : out.whole;
    ratios.push_back(sample.row->energy_joules / joules_of(sample, factors));
  }
}

/// The ratios that nine tenths lie between.
[[nodiscard]] Range middle_of(std::vector<double> ratios) {
  constexpr double kOutside = 0.05;
  std::sort(ratios.begin(), ratios.end());
  const auto at = [&](double share) {
    const double place = share * static_cast<double>(ratios.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const double rest = place - static_cast<double>(below);
    const std::size_t above = std::min(below + 1, ratios.size() - 1);
    return ratios[below] * (1.0 - rest) + ratios[above] * rest;
  };
  return {at(kOutside), 1.0, at(1.0 - kOutside)};
}

/// Where there are too few rows of one kind, both kinds share the range of all.
[[nodiscard]] Residuals residuals_of(const Ratios& ratios) {
  constexpr std::size_t kFewest = 100;
  if (std::min(ratios.whole.size(), ratios.mixture.size()) >= kFewest) {
    return {middle_of(ratios.whole), middle_of(ratios.mixture)};
  }
  std::vector<double> all = ratios.whole;
  all.insert(all.end(), ratios.mixture.begin(), ratios.mixture.end());
  const Range both = middle_of(std::move(all));
  return {both, both};
}

[[nodiscard]] std::vector<Sample> sample_all(const Catalog& catalog,
                                             const std::vector<ServingRow>& rows,
                                             const MethodProfile& profile) {
  const RooflineConstants constants(profile);
  std::vector<Sample> samples;
  samples.reserve(rows.size());
  for (const ServingRow& row : rows) {
    const MeasuredRequest request(catalog, row, {true, true, true}, profile);
    const MethodInput& in = request.input();
    const RooflineTokens tokens{in.exchange.input_tokens.central,
                                in.exchange.cached_input_tokens.central,
                                in.exchange.output_tokens.central};
    samples.push_back({&row,
                       roofline_terms(roofline_rates(roofline_server(in, constants)), tokens,
                                      constants.cached_work_share),
                       is_mixture(in.parameters)});
  }
  return samples;
}

[[nodiscard]] Record fit_all(const Catalog& catalog, const std::vector<ServingRow>& rows,
                             const ChosenMethod& method) {
  const double prefill_factor = constant(*method.profile, "prefill_factor").central;
  const std::vector<Sample> samples = sample_all(catalog, rows, *method.profile);
  std::vector<const Sample*> all(samples.size());
  std::transform(samples.begin(), samples.end(), all.begin(),
                 [](const Sample& sample) { return &sample; });
  const FitsByGroup families = leave_one_out(samples, &ServingRow::family, prefill_factor);
  const FitsByGroup hardware = leave_one_out(samples, &ServingRow::hardware, prefill_factor);
  Ratios unseen;
  add_unseen(unseen, samples, &ServingRow::family, families);
  add_unseen(unseen, samples, &ServingRow::hardware, hardware);
  const Residuals residuals = residuals_of(unseen);
  const Served served{catalog, rows, method};
  return {
      {"constants", write_constants(fit(all, prefill_factor), residuals)},
      {"leaveOneFamilyOut", write_unseen(served, {&ServingRow::family, families, residuals})},
      {"leaveOneHardwareOut", write_unseen(served, {&ServingRow::hardware, hardware, residuals})}};
}

int run(const std::string& csv) {
  const Catalog& catalog = shipped_catalog();
  const Result<ServingRows> read = read_serving_rows(catalog, csv);
  if (!read) {
    std::cerr << "gramme_fit: " << read.error().path << ": " << read.error().message << "\n";
    return 1;
  }
  if (read->rows.size() <= kFitted) {
    std::cerr << "gramme_fit: too few rows to fit " << kFitted << " constants\n";
    return 1;
  }
  const ChosenMethod method = choose_method(catalog, "roofline").value();
  std::cout << write_json(Value{fit_all(catalog, read->rows, method)}) << "\n";
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: gramme_fit MEASUREMENTS.csv\n";
    return 2;
  }
  std::ifstream stream(arguments[1], std::ios::binary);
  if (!stream) {
    std::cerr << "gramme_fit: cannot read " << arguments[1] << "\n";
    return 2;
  }
  std::ostringstream text;
  text << stream.rdbuf();
  return run(text.str());
}
