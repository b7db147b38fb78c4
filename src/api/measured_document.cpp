#include "api/measured_document.hpp"

#include "gramme/ledger.hpp"

namespace gramme {

namespace {

/// A sum of what is known of it, and how many runs do not tell it.
struct KnownSum {
  double sum = 0.0;
  double unknown_runs = 0.0;

  void add(const std::optional<double>& value) {
    sum += value.value_or(0.0);
    unknown_runs += value ? 0.0 : 1.0;
  }
};

struct MeasuredSums {
  double runs = 0.0;
  KnownSum duration_seconds;
  KnownSum energy_watt_hours;
  KnownSum grams_co2e;
  KnownSum water_litres;
};

using Groups = std::map<std::string, MeasuredSums>;

void add_run(MeasuredSums& sums, const MeasuredRun& run) {
  sums.runs += 1.0;
  sums.duration_seconds.add(run.duration_seconds);
  sums.energy_watt_hours.add(run.energy_watt_hours);
  sums.grams_co2e.add(run.grams_co2e);
  sums.water_litres.add(run.water_litres);
}

void write_sums(JsonWriter& out, const MeasuredSums& sums) {
  out.key("runs").number(sums.runs);
  out.key("durationSeconds").number(sums.duration_seconds.sum);
  out.key("durationUnknownRuns").number(sums.duration_seconds.unknown_runs);
  out.key("energyWattHours").number(sums.energy_watt_hours.sum);
  out.key("energyUnknownRuns").number(sums.energy_watt_hours.unknown_runs);
  out.key("gramsCo2e").number(sums.grams_co2e.sum);
  out.key("carbonUnknownRuns").number(sums.grams_co2e.unknown_runs);
  out.key("waterLitres").number(sums.water_litres.sum);
  out.key("waterUnknownRuns").number(sums.water_litres.unknown_runs);
}

template <std::size_t Size>
void write_groups(JsonWriter& out, const Groups& groups, const char (&name_key)[Size]) {
  out.open_list();
  for (const auto& [name, sums] : groups) {
    out.open_record();
    out.key(name_key).text(name);
    write_sums(out, sums);
    out.close_record();
  }
  out.close_list();
}

Groups dated(const std::vector<MeasuredRun>& runs, PeriodKind kind) {
  Groups out;
  for (const MeasuredRun& run : runs) {
    if (run.day != kUnknownDay) add_run(out[date_of(kind, date_text(run.day))], run);
  }
  return out;
}

}  // namespace

void write_measured(JsonWriter& out, const MeasuredRuns& runs) {
  if (!runs.has_file()) return out.null();
  MeasuredSums total;
  MeasuredSums undated;
  Groups projects;
  for (const MeasuredRun& run : runs.all()) {
    add_run(total, run);
    if (run.day == kUnknownDay) add_run(undated, run);
    add_run(projects[run.project], run);
  }
  out.open_record();
  out.key("total").open_record();
  write_sums(out, total);
  out.close_record();
  out.key("undated").open_record();
  write_sums(out, undated);
  out.close_record();
  out.key("days");
  write_groups(out, dated(runs.all(), PeriodKind::day), "date");
  out.key("months");
  write_groups(out, dated(runs.all(), PeriodKind::month), "date");
  out.key("years");
  write_groups(out, dated(runs.all(), PeriodKind::year), "date");
  out.key("projects");
  write_groups(out, projects, "name");
  out.close_record();
}

}  // namespace gramme
