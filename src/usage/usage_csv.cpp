#include "usage/usage_csv.hpp"

#include <algorithm>
#include <array>

#include "measurements/number_text.hpp"

namespace gramme {

namespace {

struct ColumnName {
  std::string_view name;
  UsageColumn what;
};

/// Names of columns as exports and people write them.
constexpr std::array kColumnNames{
    ColumnName{"date", UsageColumn::date},
    ColumnName{"day", UsageColumn::date},
    ColumnName{"start_time_iso", UsageColumn::date},
    ColumnName{"usage_date_utc", UsageColumn::date},
    ColumnName{"start_time", UsageColumn::unix_time},
    ColumnName{"model", UsageColumn::model},
    ColumnName{"model_version", UsageColumn::model},
    ColumnName{"num_model_requests", UsageColumn::requests},
    ColumnName{"requests", UsageColumn::requests},
    ColumnName{"input_tokens", UsageColumn::input},
    ColumnName{"prompt_tokens", UsageColumn::input},
    ColumnName{"usage_input_tokens_no_cache", UsageColumn::new_input},
    ColumnName{"usage_input_tokens_cache_write_5m", UsageColumn::new_input},
    ColumnName{"usage_input_tokens_cache_write_1h", UsageColumn::new_input},
    ColumnName{"usage_input_tokens_cache_read", UsageColumn::cached},
    ColumnName{"input_cached_tokens", UsageColumn::cached},
    ColumnName{"cached_tokens", UsageColumn::cached},
    ColumnName{"output_tokens", UsageColumn::output},
    ColumnName{"completion_tokens", UsageColumn::output},
    ColumnName{"usage_output_tokens", UsageColumn::output},
    ColumnName{"count", UsageColumn::count},
    ColumnName{"kind", UsageColumn::kind},
    ColumnName{"profile", UsageColumn::kind},
    ColumnName{"list", UsageColumn::kind},
};

UsageColumn column_of(const Catalog& catalog, std::string_view name) {
  for (const ColumnName& known : kColumnNames) {
    if (known.name == name) return known.what;
  }
  return section_of(catalog, name).empty() ? UsageColumn::ignored : UsageColumn::activity;
}

/// Without quotes and blanks around it.
std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\"");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\"") - begin + 1);
}

}  // namespace

bool UsageCsv::is_header(const Catalog& catalog, std::string_view line) {
  bool has_date = false;
  bool has_figure = false;
  while (!line.empty()) {
    const std::size_t comma = std::min(line.find(','), line.size());
    const UsageColumn what = column_of(catalog, trimmed(line.substr(0, comma)));
    has_date |= what == UsageColumn::date || what == UsageColumn::unix_time;
    has_figure |= what >= UsageColumn::requests && what != UsageColumn::kind;
    line.remove_prefix(std::min(comma + 1, line.size()));
  }
  return has_date && has_figure;
}

bool UsageCsv::has(UsageColumn what) const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [&](const Column& column) { return column.what == what; });
}

Problem UsageCsv::begin(const std::vector<std::string_view>& header, FileNotes& notes) {
  columns_.clear();
  for (const std::string_view name : header) {
    columns_.push_back({column_of(catalog_, trimmed(name)), std::string(trimmed(name))});
  }
  is_analytics_ = has(UsageColumn::activity) || has(UsageColumn::count);
  platform_ = has(UsageColumn::new_input) ? "anthropic" : "openai";
  notes.kind = is_analytics_ ? "analytics" : "usage_export";
  const bool has_kind = !has(UsageColumn::count) || has(UsageColumn::kind);
  if (has_kind && (is_analytics_ || has(UsageColumn::output))) return std::nullopt;
  return fail(ErrorCode::missing_key, "",
              "a table of use has a date and output_tokens, or date, kind and count, or date and a "
              "column for each kind");
}

Problem UsageCsv::add_row(const std::vector<std::string_view>& fields, FileNotes& notes,
                          double place) {
  if (fields.size() != columns_.size()) {
    notes.skip("invalid_entry", place);
    return std::nullopt;
  }
  if (is_analytics_) {
    add_activities(fields, notes, place);
    return std::nullopt;
  }
  return add_sum(sum_of(fields), table_, notes);
}

void UsageCsv::add_activities(const std::vector<std::string_view>& fields, FileNotes& notes,
                              double place) {
  std::string_view date;
  std::string_view kind;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (columns_[i].what == UsageColumn::date) date = fields[i];
    if (columns_[i].what == UsageColumn::kind) kind = fields[i];
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool is_count = columns_[i].what == UsageColumn::count;
    if (!is_count && columns_[i].what != UsageColumn::activity) continue;
    // An empty cell says nothing: the day is missing.
    if (trimmed(fields[i]).empty()) continue;
    const std::string_view name = is_count ? kind : std::string_view(columns_[i].name);
    const std::optional<double> count = number_in(trimmed(fields[i]));
    const std::string_view section = section_of(catalog_, name);
    if (!count || section.empty()) {
      notes.skip(count ? "unknown_section" : "invalid_entry", place);
      continue;
    }
    activities_.add(activities_.find(section, name), date, *count, notes, place);
  }
}

ReportedSum UsageCsv::sum_of(const std::vector<std::string_view>& fields) const {
  const Calendar utc;
  ReportedSum sum;
  sum.platform = platform_;
  double input = 0.0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const double number = number_in(trimmed(fields[i])).value_or(0.0);
    switch (columns_[i].what) {
      case UsageColumn::date:
        sum.moment = utc.at(fields[i]).value_or(sum.moment);
        break;
      case UsageColumn::unix_time:
        if (sum.moment.day == kUnknownDay) sum.moment = utc.at(number).value_or(sum.moment);
        break;
      case UsageColumn::model:
        sum.model = fields[i];
        break;
      case UsageColumn::requests:
        sum.requests = number;
        break;
      case UsageColumn::input:
        input += number;
        break;
      case UsageColumn::new_input:
        sum.new_input += number;
        break;
      case UsageColumn::cached:
        sum.cached += number;
        break;
      case UsageColumn::output:
        sum.output += number;
        break;
      default:
        break;
    }
  }
  if (has(UsageColumn::input)) sum.new_input += input - sum.cached;
  return sum;
}

}  // namespace gramme
