#pragma once

#include <array>
#include <string_view>

#include "data/fields.hpp"
#include "gramme/decision.hpp"

namespace gramme {

/// Numbers of a language's entry, each also a change that may be asked about.
inline constexpr std::array<std::string_view, 18> kEntryNumbers{
    "files_per_month", "growth_per_month",    "audio_minutes",       "video_minutes",
    "characters",      "output_characters",   "input_tokens",        "output_tokens",
    "criticality",     "watt_hours_per_file", "grams_co2e_per_file", "cost_per_file",
    "cost_per_month",  "seconds_per_file",    "cpu_share",           "gpu_share",
    "memory_share",    "file_megabytes"};

/// Reads a matrix (docs/data.md#decision-matrices). What is wrong is reported with its dotted path.
[[nodiscard]] DecisionMatrix read_matrix(const Value& document, Reading& reading);

/// "criteria" or "impact".
[[nodiscard]] DecisionMethod read_decision_method(Fields& fields, std::string_view key);

}  // namespace gramme
