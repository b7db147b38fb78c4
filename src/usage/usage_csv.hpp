#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "usage/activity.hpp"
#include "usage/usage_export.hpp"

namespace gramme {

/// What a column of a table of use holds.
enum class UsageColumn {
  ignored,
  date,
  unix_time,
  model,
  requests,
  /// With, and without, what the cache read.
  input,
  new_input,
  cached,
  output,
  /// Daily analytics: how often, of what; or one list of them in a column of its own.
  count,
  kind,
  activity,
};

/// Reads tables of use by the names of their columns: exports of OpenAI's and Anthropic's usage
/// pages, and daily analytics.
class UsageCsv {
 public:
  UsageCsv(const Catalog& catalog, UsageTable& table, Activities& activities)
      : catalog_(catalog), table_(table), activities_(activities) {}

  /// Errors: missing_key when the columns are none of these tables'.
  [[nodiscard]] Problem begin(const std::vector<std::string_view>& header, FileNotes& notes);
  /// Errors: those of UsageTable::add.
  [[nodiscard]] Problem add_row(const std::vector<std::string_view>& fields, FileNotes& notes,
                                double place);

  /// Whether a first line has the columns of such a table.
  [[nodiscard]] static bool is_header(const Catalog& catalog, std::string_view line);

 private:
  struct Column {
    UsageColumn what = UsageColumn::ignored;
    std::string name;
  };

  [[nodiscard]] bool has(UsageColumn what) const;
  void add_activities(const std::vector<std::string_view>& fields, FileNotes& notes, double place);
  [[nodiscard]] ReportedSum sum_of(const std::vector<std::string_view>& fields) const;

  const Catalog& catalog_;
  UsageTable& table_;
  Activities& activities_;
  std::vector<Column> columns_;
  bool is_analytics_ = false;
  std::string_view platform_;
};

}  // namespace gramme
