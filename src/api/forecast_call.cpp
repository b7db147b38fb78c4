// The year as a whole if use goes on, and what a figure compares with.
#include "gramme/forecast.hpp"

#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/stored_document.hpp"
#include "gramme/equivalence.hpp"

namespace gramme {

namespace {

std::string read_today(Fields& fields) {
  std::string today = fields.text("today");
  if (!fields.reading().problem && !is_date(PeriodKind::day, today)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("today"),
                            "a local date such as 2026-01-15");
  }
  return today;
}

Period read_year(Fields& fields) {
  Period period =
      read_any_period(fields.find_or_empty("year"), fields.at("year"), fields.reading());
  if (!fields.reading().problem && period.kind != PeriodKind::year) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("year"), "not a year");
  }
  return period;
}

std::vector<Period> read_days(Fields& fields) {
  std::vector<Period> days;
  fields.each_item("days", [&](const Value& value, const Path& path) {
    days.push_back(read_any_period(value, path, fields.reading()));
    if (!fields.reading().problem && days.back().kind != PeriodKind::day) {
      fields.reading().report(ErrorCode::out_of_range, path, "not a day");
    }
  });
  return days;
}

}  // namespace

Problem forecast_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"today", "year", "days"});
  const std::string today = read_today(fields);
  const Period year = read_year(fields);
  const std::vector<Period> days = read_days(fields);
  if (reading.problem) return reading.problem;
  const std::optional<Forecast> forecast = forecast_year(year, days, today);
  if (!forecast) {
    answer.null();
    return std::nullopt;
  }
  answer.open_record();
  answer.key("year").text(date_of(PeriodKind::year, today));
  answer.key("gramsCo2e").range(forecast->grams_co2e);
  answer.key("energyWattHours").range(forecast->energy_watt_hours);
  answer.key("days").number(forecast->days);
  answer.close_record();
  return std::nullopt;
}

Problem compare_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"gramsCo2e", "energyWattHours"});
  constexpr Bounds kAmount{0.0, 1e18};
  const Weighed weighed{fields.range("gramsCo2e", kAmount),
                        fields.range("energyWattHours", kAmount)};
  if (reading.problem) return reading.problem;
  const auto found = nearest_equivalence(core.catalog->equivalences, weighed);
  if (!found) {
    answer.null();
    return std::nullopt;
  }
  answer.open_record();
  answer.key("id").text(found->entry->id);
  answer.key("name").text(found->entry->name);
  answer.key("amount").range(found->amount);
  answer.key("unit").text(found->entry->unit);
  answer.key("scope").text(found->entry->scope);
  answer.key("source").value(write_source(found->entry->source));
  answer.close_record();
  return std::nullopt;
}

}  // namespace gramme
