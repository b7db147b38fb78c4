// The configuration of the calculator of the project's origin, in its own words.
#include "api/calculator.hpp"

#include <algorithm>
#include <cmath>

namespace gramme {

namespace {

constexpr Bounds kIntensity{0.0, 2000.0};
constexpr Bounds kPue{1.0, 3.0};
constexpr Bounds kPower{0.0, 1e5};
constexpr Bounds kSize{0.0, 1e9};
constexpr std::size_t kMostEntries = 64;

void put(MethodProfile& profile, const std::string& name, double figure) {
  const auto known = std::find_if(profile.constants.begin(), profile.constants.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  if (known == profile.constants.end()) {
    profile.constants.emplace_back(name, exactly(figure));
  } else {
    known->second = exactly(figure);
  }
}

/// Takes the members of the record of that key, whose keys are names.
template <typename Take>
void each_named(Fields& fields, std::string_view key, Take take) {
  const Value& record = fields.find_or_empty(key);
  const Path path = fields.at(key);
  Fields members(record, path, fields.reading());
  if (fields.reading().problem) return;
  if (record.record()->size() > kMostEntries) {
    return fields.reading().report(ErrorCode::too_large, path, "at most 64 entries");
  }
  for (const Member& member : *record.record()) {
    if (fields.reading().problem) return;
    take(member.key, member.value, members.at(member.key));
  }
}

void put_region(const std::string& name, Fields region, MethodProfile& profile) {
  static_cast<void>(region.optional_text("country"));
  put(profile, name + std::string(kPueSuffix), region.number("pue", kPue));
  put(profile, name + std::string(kIntensitySuffix),
      region.number("carbon_intensity_g_per_kwh", kIntensity));
}

void put_use(const std::string& name, Fields use, MethodProfile& profile) {
  static_cast<void>(use.optional_number("utilization_rate", kShare));
  put(profile, name + std::string(kInputSuffix), use.number("input_characters", kSize));
  put(profile, name + std::string(kOutputSuffix), use.number("output_characters", kSize));
  const auto speed = use.optional_number("throughput_tokens_per_s", kPositive);
  if (speed) put(profile, "tokens_per_second", *speed);
}

void put_hardware(Fields& fields, MethodProfile& profile) {
  if (fields.find("hardware") == nullptr) return;
  Fields parts(fields.find_or_empty("hardware"), fields.at("hardware"), fields.reading(),
               {"gpu", "cpu"});
  const Path gpu_path = parts.at("gpu");
  const Path cpu_path = parts.at("cpu");
  Fields gpu(parts.find_or_empty("gpu"), gpu_path, fields.reading(), {"name", "power_w", "eta"});
  Fields cpu(parts.find_or_empty("cpu"), cpu_path, fields.reading(), {"name", "power_w", "eta"});
  put(profile, "gpu_power_watts", gpu.number("power_w", kPower));
  put(profile, "cpu_power_watts", cpu.number("power_w", kPower));
  const double share = cpu.number("eta", kShare);
  put(profile, "cpu_share", share);
  constexpr double kRounding = 1e-9;
  const double gpu_share = gpu.optional_number("eta", kShare).value_or(1.0 - share);
  if (std::abs(gpu_share + share - 1.0) > kRounding) {
    fields.reading().report(ErrorCode::out_of_range, gpu.at("eta"),
                            "the shares of gpu and cpu add up to 1");
  }
}

}  // namespace

const Range* find_constant(const MethodProfile& profile, const std::string& name) {
  for (const auto& [known, figure] : profile.constants) {
    if (known == name) return &figure;
  }
  return nullptr;
}

std::string names_with(const MethodProfile& profile, std::string_view suffix) {
  std::string out;
  for (const auto& [name, figure] : profile.constants) {
    if (name.size() <= suffix.size() || !name.ends_with(suffix)) continue;
    if (!out.empty()) out += ", ";
    out += name.substr(0, name.size() - suffix.size());
  }
  return out;
}

void put_calculator_config(const Value& document, Reading& reading, MethodProfile& profile) {
  Fields fields(document, Path{}, reading, {"regions", "hardware", "profiles"});
  each_named(fields, "regions", [&](const std::string& name, const Value& value, const Path& path) {
    put_region(name, Fields(value, path, reading, {"country", "pue", "carbon_intensity_g_per_kwh"}),
               profile);
  });
  put_hardware(fields, profile);
  each_named(fields, "profiles",
             [&](const std::string& name, const Value& value, const Path& path) {
               put_use(name,
                       Fields(value, path, reading,
                              {"input_characters", "output_characters", "throughput_tokens_per_s",
                               "utilization_rate"}),
                       profile);
             });
}

}  // namespace gramme
