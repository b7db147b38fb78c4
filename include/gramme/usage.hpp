#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/catalog.hpp"
#include "gramme/days.hpp"
#include "gramme/estimate.hpp"
#include "gramme/ledger.hpp"
#include "gramme/result.hpp"

namespace gramme {

/// Requests that a file tells of: one, or the sum of so many.
struct UsageEvent {
  /// Where it ran or was noted: "chatgpt", "openai-compatible", "analytics", …
  std::string_view platform;
  /// As it was written; empty: not told.
  std::string_view model;
  /// Id of a usage profile, or empty.
  std::string_view profile;
  DayNumber day = kUnknownDay;
  double requests = 1.0;
  // Tokens of all of them together. Reasoning is a part of the output.
  Range input_tokens;
  Range cached_input_tokens;
  Range output_tokens;
  double reasoning_tokens = 0.0;
  /// The conversation, sent again with each of its requests; and since the model read it last.
  Range context_tokens;
  std::optional<double> context_age_seconds;
  bool is_estimated = false;
  /// Codes of docs/errors.md that say what the file does not tell; null: no more.
  std::array<const char*, 3> warnings{};
};

/// What requests of one day, platform, profile and model weigh.
struct UsageRow {
  DayNumber day = kUnknownDay;
  std::string profile;
  LedgerRow sums;
};

/// A name of a model that is not in the catalog, and what its requests were counted as.
struct UnknownModel {
  std::string name;
  std::string counted_as;
  double requests = 0.0;
};

/// What all the files together come to.
struct UsageSummary {
  /// By day; those of no known day come first.
  std::vector<UsageRow> rows;
  std::vector<UnknownModel> unknown_models;
};

/// Weighs any number of requests in bounded memory: those that are alike are prepared once and
/// computed together, and only their sums are kept.
class UsageTable {
 public:
  /// @param choice region, method, own figures: everything of an exchange but model and tokens.
  UsageTable(const Catalog& catalog, Exchange choice);
  UsageTable(UsageTable&&) noexcept;
  UsageTable& operator=(UsageTable&&) noexcept;
  ~UsageTable();

  /// Errors: those of estimate(); too_large for more days and models than a summary can hold.
  [[nodiscard]] Problem add(const UsageEvent& event);

  /// Requests that were weighed before: their row stays as it is.
  /// Errors: too_large as for add.
  [[nodiscard]] Problem add_stored(DayNumber day, const LedgerRow& row);

  /// Errors: as for add.
  [[nodiscard]] Result<UsageSummary> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gramme
