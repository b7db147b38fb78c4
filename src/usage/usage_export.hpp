#pragma once

#include "data/value.hpp"
#include "usage/file_notes.hpp"
#include "usage/moment.hpp"

namespace gramme {

/// Tokens of many requests, as a provider's usage report has them.
struct ReportedSum {
  std::string_view platform;
  std::string_view model;
  Moment moment;
  /// Absent: the report does not tell how many requests they were.
  std::optional<double> requests;
  /// Without what the cache read.
  double new_input = 0.0;
  double cached = 0.0;
  double output = 0.0;
};

/// Adds a sum up. Where the requests are not told, so many are taken as typical requests would make
/// them, with a warning. Errors: those of UsageTable::add.
[[nodiscard]] Problem add_sum(const ReportedSum& sum, UsageTable& table, FileNotes& notes);

/// True for a page of OpenAI's or Anthropic's usage report.
[[nodiscard]] bool is_usage_export(const Value& value);

/// Errors: those of UsageTable::add.
[[nodiscard]] Problem read_usage_export(const Value& value, UsageTable& table, FileNotes& notes);

}  // namespace gramme
