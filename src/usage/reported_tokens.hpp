#pragma once

#include <optional>
#include <string_view>

namespace gramme {

/// Tokens of one answer as its provider reported them, whatever words it has for them.
struct ReportedTokens {
  double input = 0.0;
  /// Of the input: read from the provider's cache.
  double cached = 0.0;
  double output = 0.0;
  /// Of the output: reasoning.
  double reasoning = 0.0;
};

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

  [[nodiscard]] bool has_input() const {
    return input || tool_input || cache_read || cache_written;
  }
  [[nodiscard]] bool has_output() const { return output || reasoning; }
  [[nodiscard]] bool is_empty() const { return !input && !output; }
  [[nodiscard]] std::string_view platform() const;
};

/// Whether a record within the usage holds parts of its sums.
[[nodiscard]] bool is_detail(std::string_view key);

/// Whether a provider has that word for a number of tokens.
[[nodiscard]] bool is_usage_word(std::string_view key);

/// Notes a number under a provider's word; other words change nothing.
void put_word(ReportedUsage& usage, std::string_view key, double number);

/// What they add up to; absent when they contradict each other.
[[nodiscard]] std::optional<ReportedTokens> tokens_of(const ReportedUsage& usage);

/// Counts of a stream are of all of it so far, and some leave the input out of later ones: of each
/// number the larger.
void take_larger(ReportedTokens& sum, const ReportedTokens& later);

}  // namespace gramme
