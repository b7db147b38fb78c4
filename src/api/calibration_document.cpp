#include "api/calibration_document.hpp"

#include <algorithm>

#include "catalog/model_name.hpp"
#include "json/json.hpp"
#include "measurements/calibration_fit.hpp"

namespace gramme {

namespace {

constexpr std::size_t kLongestId = 60;
constexpr std::size_t kMostNamedFiles = 3;

struct FittedGroup {
  const SampleGroup* group;
  std::string id;
  Result<CalibrationFit> fit;
};

std::string id_of(const SampleGroup& group) {
  std::string out = simplified_name(group.model + " " + group.hardware);
  out.resize(std::min(out.size(), kLongestId));
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "calibration" : out;
}

/// Names that read alike get a number.
std::string unique_id(const std::vector<FittedGroup>& before, const SampleGroup& group) {
  const std::string plain = id_of(group);
  std::string id = plain;
  const auto is_taken = [&](const FittedGroup& other) { return other.id == id; };
  for (int number = 2; std::any_of(before.begin(), before.end(), is_taken); ++number) {
    id = plain + "-" + std::to_string(number);
  }
  return id;
}

std::string source_of(const SampleGroup& group) {
  std::string out = "Own measurements, " + std::to_string(group.rows) + " rows";
  const std::size_t named = std::min(group.files.size(), kMostNamedFiles);
  for (std::size_t i = 0; i < named; ++i) out += (i == 0 ? ": " : ", ") + group.files[i];
  if (named < group.files.size()) {
    out += " and " + std::to_string(group.files.size() - named) + " more files";
  }
  return out;
}

Value write_held_out(const HeldOutScore& score) {
  return Record{{"rows", static_cast<double>(score.rows)},
                {"mape", score.mean_absolute_error},
                {"medianApe", score.median_absolute_error},
                {"r2", score.r2},
                {"bandCoverage", score.band_coverage}};
}

Value write_group(const FittedGroup& fitted) {
  const SampleGroup& group = *fitted.group;
  List boundary(group.boundary.begin(), group.boundary.end());
  Record out{{"model", group.model},
             {"hardware", group.hardware},
             {"boundary", std::move(boundary)},
             {"rows", static_cast<double>(group.rows)},
             {"keptRows", static_cast<double>(group.samples.size())}};
  if (!fitted.fit) {
    out.push_back({"fit", Value{}});
    out.push_back({"refusal", fitted.fit.error().message});
    return out;
  }
  const CalibrationFit& fit = *fitted.fit;
  out.push_back({"fit", Record{{"inputWattHoursPerToken", fit.costs.watt_hours_per_input_token},
                               {"outputWattHoursPerToken", fit.costs.watt_hours_per_output_token},
                               {"requestWattHours", fit.costs.watt_hours_per_request},
                               {"residualFactor", fit.residual_factor},
                               {"rows", static_cast<double>(fit.rows)},
                               {"outliers", static_cast<double>(fit.outliers)},
                               {"heldOut", write_held_out(fit.held_out)}}});
  out.push_back({"refusal", Value{}});
  return out;
}

/// JSON's texts and numbers are YAML's too.
std::string entry_text(const FittedGroup& fitted, const std::string& as_of) {
  const SampleGroup& group = *fitted.group;
  const CalibrationFit& fit = *fitted.fit;
  const auto line = [](const char* key, const Value& value) {
    return "  " + std::string(key) + ": " + write_json(value) + "\n";
  };
  std::string boundary;
  for (const std::string& part : group.boundary) {
    boundary += (boundary.empty() ? "" : ", ") + part;
  }
  const Range& factor = fit.residual_factor;
  return "- id: " + write_json(fitted.id) + "\n" + line("model", group.model) +
         line("hardware", group.hardware) +
         line("input_watt_hours_per_token", fit.costs.watt_hours_per_input_token) +
         line("output_watt_hours_per_token", fit.costs.watt_hours_per_output_token) +
         line("request_watt_hours", fit.costs.watt_hours_per_request) +
         "  residual_factor: {low: " + write_json(factor.low) +
         ", central: 1, high: " + write_json(factor.high) + "}\n" +
         line("rows", static_cast<double>(fit.rows)) +
         line("held_out_mean_absolute_error_share", fit.held_out.mean_absolute_error) +
         "  boundary: [" + boundary + "]\n" + line("source", source_of(group)) +
         line("as_of", as_of);
}

Value write_skipped(const CalibrationReader& reader) {
  List out;
  for (const SkippedCalibrationRows& skipped : reader.skipped()) {
    out.emplace_back(Record{{"reason", skipped.reason},
                            {"rows", static_cast<double>(skipped.rows)},
                            {"firstFile", skipped.first_file},
                            {"firstRow", static_cast<double>(skipped.first_row)}});
  }
  return out;
}

std::vector<FittedGroup> fit_groups(const CalibrationReader& reader) {
  std::vector<FittedGroup> out;
  for (const SampleGroup* group : reader.samples().groups()) {
    out.push_back({group, unique_id(out, *group), fit_calibration(group->samples)});
  }
  return out;
}

Error nothing_fitted(const std::vector<FittedGroup>& fitted) {
  if (fitted.empty()) return fail(ErrorCode::fit_impossible, "", "no row could be used");
  const auto& [group, id, fit] = fitted.front();
  return fail(ErrorCode::fit_impossible, "",
              group->model + " on " + group->hardware + ": " + fit.error().message);
}

}  // namespace

Result<Value> write_calibration(const CalibrationReader& reader, const std::string& as_of) {
  const std::vector<FittedGroup> fitted = fit_groups(reader);
  std::string overlay =
      "# Written by `gramme calibrate`; commands take it with --config.\ncalibrations:\n";
  List groups;
  bool has_fit = false;
  for (const FittedGroup& group : fitted) {
    groups.push_back(write_group(group));
    if (!group.fit) continue;
    overlay += entry_text(group, as_of);
    has_fit = true;
  }
  if (!has_fit) return nothing_fitted(fitted);
  return Value{Record{{"rows", static_cast<double>(reader.samples().rows())},
                      {"keptRows", static_cast<double>(reader.samples().kept())},
                      {"skipped", write_skipped(reader)},
                      {"groups", std::move(groups)},
                      {"overlay", std::move(overlay)}}};
}

}  // namespace gramme
