#pragma once

#include <optional>

#include "usage/json_skim.hpp"
#include "usage/response.hpp"

namespace gramme {

/// A `usage` record as it stands in an answer.
struct ReportedUsage {
  std::optional<double> input;
  std::optional<double> output;
  std::optional<double> total;
  std::optional<double> reasoning;
  std::optional<double> cached;
  /// Beside the input, not a part of it.
  std::optional<double> cache_read;
  std::optional<double> cache_written;
  std::optional<double> tool_input;
  bool is_google = false;

  [[nodiscard]] bool is_empty() const { return !input && !output; }
  [[nodiscard]] std::string_view platform() const;
};

/// Reads the record that comes next.
[[nodiscard]] ReportedUsage read_reported_usage(JsonSkimmer& json);

/// What they add up to; absent when they contradict each other.
[[nodiscard]] std::optional<ReportedTokens> tokens_of(const ReportedUsage& usage);

}  // namespace gramme
