#pragma once

#include <sstream>
#include <string>

#include "measurements/calibration.hpp"
#include "measurements/calibration_fit.hpp"
#include "support.hpp"

namespace gramme::test {

inline constexpr LinearCosts kTrueCosts{1.5e-5, 2.2e-4, 4e-3};

/// Figures of rows around a known line: input tokens, output tokens, watt-hours.
inline std::vector<Sample> samples_around(const LinearCosts& costs, std::size_t rows,
                                          double noise) {
  Lcg random(7);
  Samples gathered;
  SampleGroup& group = *gathered.group_of("model", "machine");
  for (std::size_t i = 0; i < rows; ++i) {
    Sample sample{5.0 + random.below(1500), 1.0 + random.below(700)};
    const double factor = 1.0 + noise * (random.below(2001) / 1000.0 - 1.0);
    sample.watt_hours = costs.of(sample) * factor;
    gathered.add(group, sample);
  }
  return group.samples;
}

inline const std::string kMelodiHeader =
    ",model_name,total_duration,prompt_token_length,response_token_length,response,"
    "energy_consumption_llm_cpu,energy_consumption_llm_gpu,energy_consumption_llm_total\n";

/// A line of a MELODI file: 20 W over the time that follows from the energy.
inline std::string melodi_line(const std::string& model, const Sample& sample) {
  const double kilowatt_hours = sample.watt_hours / 1000.0;
  const auto number = [](double value) {
    std::ostringstream text;
    text.precision(17);
    text << value;
    return text.str();
  };
  return "0," + model + "," + number(kilowatt_hours * 3.6e6 / 20.0 * 1e9) + "," +
         number(sample.input_tokens) + "," + number(sample.output_tokens) +
         ",\"says \"\"no\"\",\nor\"," + number(kilowatt_hours * 0.3) + "," +
         number(kilowatt_hours * 0.7) + "," + number(kilowatt_hours) + "\n";
}

inline std::string melodi_file(const std::string& model, const LinearCosts& costs,
                               std::size_t rows) {
  std::string out = kMelodiHeader;
  for (const Sample& sample : samples_around(costs, rows, 0.1)) out += melodi_line(model, sample);
  return out;
}

}  // namespace gramme::test
