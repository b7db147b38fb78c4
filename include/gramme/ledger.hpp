#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gramme/estimate.hpp"
#include "gramme/range.hpp"
#include "gramme/result.hpp"

namespace gramme {

enum class PeriodKind { day, month, year };

/// Sums of exchanges that share site, model, region and methodology. Token kinds are kept apart,
/// so that history can be computed again under a later methodology.
struct LedgerRow {
  std::string site;
  std::string model_id;
  std::string region;
  /// Methodology version, method and profile, e.g. "2026.11.2/ecologits/0.11.2".
  std::string methodology;
  double requests = 0.0;
  /// Requests whose prompt was typed for them (not a regenerate).
  double prompts = 0.0;
  /// Requests whose tokens are estimated, not exact.
  double estimated_requests = 0.0;
  Range prompt_tokens;
  /// Prompts that a regenerate found in the context; read again, typed before.
  Range cached_input_tokens;
  Range output_tokens;
  /// The conversation, sent again with each prompt.
  Range context_tokens;
  /// Estimated: pages do not show them.
  Range reasoning_tokens;
  /// Estimated, of images and files.
  Range attachment_tokens;
  Range energy_watt_hours;
  Range grams_co2e;
  /// Sum over the requests whose water is known.
  Range water_litres;
  double water_unknown_requests = 0.0;
  /// How often each warning applied, by code, in order of first appearance.
  std::vector<std::pair<std::string, double>> warnings;
};

/// One day, month or year of use. `date` is "2026-01-15", "2026-01" or "2026".
struct Period {
  PeriodKind kind = PeriodKind::day;
  std::string date;
  std::vector<LedgerRow> rows;
};

/// Rows are compared with all others of their period, so their number is capped.
inline constexpr std::size_t kMostRows = 4096;

/// Adds what a row counts to another's, whatever their keys.
void add_figures(LedgerRow& sum, const LedgerRow& row);

/// Adds a row to the one of the same key, or appends it.
void add_row(Period& period, const LedgerRow& row);

/// Takes a row that was added before back out; a row without requests left disappears. Does
/// nothing when the period has no row of that key.
void remove_row(Period& period, const LedgerRow& row);

/// The month or year that the day's date lies in. Precondition: a valid day date.
[[nodiscard]] std::string date_of(PeriodKind kind, std::string_view day);

/// True for "2026-01-15", "2026-01" or "2026", each a real date of the calendar.
[[nodiscard]] bool is_date(PeriodKind kind, std::string_view date);

/// Days since 1 January of year 0: differences are spans of days. Precondition: a valid day date.
[[nodiscard]] double day_number(std::string_view day);

/// Rolls finer periods up into one.
/// Errors: out_of_range when a part lies outside `date`, too_large over kMostRows.
[[nodiscard]] Result<Period> roll_up(PeriodKind kind, std::string_view date,
                                     const std::vector<Period>& parts);

/// Sums over any rows: what views show.
[[nodiscard]] LedgerRow total_of(const std::vector<LedgerRow>& rows);

/// Sums by one member of the row (site or model id), in order of first appearance.
[[nodiscard]] std::vector<LedgerRow> totals_by(const std::vector<LedgerRow>& rows,
                                               std::string LedgerRow::*key);

/// The row of one request with its estimate: a prompt that is not new, tokens that are exact.
[[nodiscard]] LedgerRow estimated_row(const Exchange& exchange, const Estimate& estimate);

/// So many rows alike in one.
[[nodiscard]] LedgerRow scaled(LedgerRow row, double factor);

/// Counts a code for so many requests, unless the row has it already.
void add_warning_code(LedgerRow& row, std::string_view code, double requests);

/// Method and profile ids; empty: today's default.
struct MethodChoice {
  std::string method;
  std::string profile;
};

/// A period under another method, and what became of each of its rows, in their order.
struct Recomputed {
  struct Change {
    LedgerRow before;
    LedgerRow after;
  };

  Period period;
  std::vector<Change> changes;
};

/// Weighs stored tokens again. Rows hold sums, so each request counts as the mean of its row; what
/// grows faster than its tokens (attention over long inputs) comes out a little low.
/// Errors: those of estimate(), such as unknown_method.
[[nodiscard]] Result<Recomputed> recompute(const Catalog& catalog, const Period& period,
                                           const MethodChoice& choice);

}  // namespace gramme
