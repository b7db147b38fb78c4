#include "api/analysis_document.hpp"

#include <map>

#include "api/documents.hpp"
#include "api/measured_document.hpp"
#include "gramme/trend.hpp"

namespace gramme {

namespace {

/// Gaps beyond so many are counted, not listed.
constexpr std::size_t kMostSpans = 100;

using Groups = std::map<std::string, LedgerRow>;

/// Sums by what a row answers to; rows that answer nothing are left out.
template <typename NameOf>
Groups groups_by(const std::vector<UsageRow>& rows, NameOf name_of) {
  Groups out;
  for (const UsageRow& row : rows) {
    const std::string name = name_of(row);
    if (!name.empty()) add_figures(out[name], row.sums);
  }
  return out;
}

template <std::size_t Size>
void write_groups(JsonWriter& out, const Groups& groups, const char (&name_key)[Size]) {
  out.open_list();
  for (const auto& [name, sum] : groups) {
    out.open_record();
    out.key(name_key).text(name);
    write_sums(out, sum);
    out.close_record();
  }
  out.close_list();
}

void write_models(JsonWriter& out, const Catalog& catalog, const Groups& models) {
  out.open_list();
  for (const auto& [id, sum] : models) {
    const Model* const known = find_by_id(catalog.models, id);
    out.open_record();
    out.key("id").text(id);
    out.key("name").text(known == nullptr ? id : known->name);
    write_sums(out, sum);
    out.close_record();
  }
  out.close_list();
}

void write_files(JsonWriter& out, const std::vector<FileNotes>& files) {
  out.open_list();
  for (const FileNotes& file : files) {
    out.open_record();
    out.key("name").text(file.name);
    out.key("kind").text(file.kind);
    out.key("requests").number(file.requests);
    out.key("skipped").open_list();
    for (const Skipped& skipped : file.skipped) {
      out.open_record();
      out.key("reason").text(skipped.reason);
      out.key("items").number(skipped.items);
      out.key("first").number(skipped.first);
      out.close_record();
    }
    out.close_list();
    out.close_record();
  }
  out.close_list();
}

void write_unknown_models(JsonWriter& out, const std::vector<UnknownModel>& models) {
  out.open_list();
  for (const UnknownModel& model : models) {
    out.open_record();
    out.key("name").text(model.name);
    out.key("countedAs").text(model.counted_as);
    out.key("requests").number(model.requests);
    out.close_record();
  }
  out.close_list();
}

void write_activities(JsonWriter& out, const std::vector<Activity>& activities) {
  out.open_list();
  for (const Activity& activity : activities) {
    double total = 0.0;
    for (const auto& [day, count] : activity.counts) total += count;
    out.open_record();
    out.key("section").text(activity.section);
    out.key("name").text(activity.name);
    out.key("description").text(activity.description);
    out.key("profile").text(activity.profile);
    out.key("total").number(total);
    out.key("days").number(static_cast<double>(activity.counts.size()));
    out.close_record();
  }
  out.close_list();
}

std::vector<DayNumber> days_of(const std::map<std::string, Period>& days) {
  std::vector<DayNumber> out;
  out.reserve(days.size());
  for (const auto& [date, day] : days) out.push_back(*day_of_date(date));
  return out;
}

Groups totals_of(const std::map<std::string, Period>& periods) {
  Groups out;
  for (const auto& [date, period] : periods) out[date] = total_of(period.rows);
  return out;
}

/// Days between the first and the last of which the files tell nothing.
void write_missing_days(JsonWriter& out, const std::vector<DayNumber>& days) {
  double missing = 0.0;
  out.open_record();
  out.key("spans").open_list();
  std::size_t spans = 0;
  for (std::size_t i = 1; i < days.size(); ++i) {
    if (days[i] == days[i - 1] + 1) continue;
    missing += days[i] - days[i - 1] - 1;
    if (++spans > kMostSpans) continue;
    out.open_record();
    out.key("from").text(date_text(days[i - 1] + 1));
    out.key("to").text(date_text(days[i] - 1));
    out.close_record();
  }
  out.close_list();
  out.key("days").number(missing);
  out.close_record();
}

void write_trend(JsonWriter& out, const Groups& days) {
  std::vector<DayFigure> figures;
  for (const auto& [date, sum] : days) {
    figures.push_back({*day_of_date(date), sum.grams_co2e.central});
  }
  const std::optional<Trend> trend = trend_of(figures);
  if (!trend) return out.null();
  out.open_record();
  out.key("gramsCo2ePerDay").range(trend->change_per_day);
  out.key("sharePerMonth").range(trend->share_per_month);
  out.key("days").number(trend->days);
  out.close_record();
}

void write_date(JsonWriter& out, const std::vector<DayNumber>& days, bool is_last) {
  if (days.empty()) return out.null();
  out.text(date_text(is_last ? days.back() : days.front()));
}

void write_times(JsonWriter& out, const UsagePeriods& periods) {
  const std::vector<DayNumber> days = days_of(periods.days);
  const Groups by_day = totals_of(periods.days);
  out.key("firstDay");
  write_date(out, days, false);
  out.key("lastDay");
  write_date(out, days, true);
  out.key("missingDays");
  write_missing_days(out, days);
  out.key("trend");
  write_trend(out, by_day);
  out.key("days");
  write_groups(out, by_day, "date");
  out.key("months");
  write_groups(out, totals_of(periods.months), "date");
  out.key("years");
  write_groups(out, totals_of(periods.years), "date");
}

}  // namespace

void write_analysis(JsonWriter& out, const Catalog& catalog, const UsageReader& reader,
                    const AnalysedUse& use) {
  const UsageSummary& summary = use.summary;
  LedgerRow total;
  LedgerRow undated;
  for (const UsageRow& row : summary.rows) {
    add_figures(total, row.sums);
    if (row.day == kUnknownDay) add_figures(undated, row.sums);
  }
  out.open_record();
  out.key("methodology").text(kMethodologyVersion);
  out.key("files");
  write_files(out, reader.files());
  out.key("total").open_record();
  write_sums(out, total);
  write_warning_counts(out, total);
  out.close_record();
  out.key("undated").open_record();
  write_sums(out, undated);
  out.close_record();
  write_times(out, use.periods);
  out.key("models");
  write_models(out, catalog,
               groups_by(summary.rows, [](const UsageRow& row) { return row.sums.model_id; }));
  out.key("platforms");
  write_groups(out, groups_by(summary.rows, [](const UsageRow& row) { return row.sums.site; }),
               "id");
  out.key("profiles");
  write_groups(out, groups_by(summary.rows, [](const UsageRow& row) { return row.profile; }), "id");
  out.key("unknownModels");
  write_unknown_models(out, summary.unknown_models);
  out.key("activities");
  write_activities(out, reader.activities().all());
  out.key("measured");
  write_measured(out, reader.measured_runs());
  out.close_record();
}

}  // namespace gramme
