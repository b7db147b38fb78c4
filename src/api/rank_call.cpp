// One workload over models, places and methods, ranked.
#include "gramme/rank.hpp"

#include <array>

#include "api/call.hpp"
#include "api/documents.hpp"

namespace gramme {

namespace {

constexpr MostItems kMostExchanges{1024, "at most 1024 exchanges"};

struct RankedFigure {
  std::string_view name;
  /// Absent where the method does not know it.
  std::optional<Range> (*of)(const Footprint&);
};

constexpr std::array kFigures{
    RankedFigure{"gramsCo2e", [](const Footprint& f) { return std::optional(f.grams_co2e); }},
    RankedFigure{"energyWattHours",
                 [](const Footprint& f) { return std::optional(f.energy_watt_hours); }},
    RankedFigure{"waterLitres", [](const Footprint& f) { return f.water_litres; }},
};

const RankedFigure* read_figure(Fields& fields) {
  const std::string name = fields.optional_text("by").value_or("gramsCo2e");
  for (const RankedFigure& figure : kFigures) {
    if (figure.name == name) return &figure;
  }
  fields.reading().report(ErrorCode::out_of_range, fields.at("by"),
                          "gramsCo2e, energyWattHours or waterLitres");
  return &kFigures.front();
}

Result<std::vector<Estimate>> estimate_all(const Core& core, Fields& fields) {
  std::vector<Estimate> out;
  fields.each_item("exchanges", kMostExchanges, [&](const Value& value, const Path& path) {
    Fields item(value, path, fields.reading(), kExchangeKeys);
    const Exchange exchange = read_exchange(item);
    if (fields.reading().problem) return;
    Result<Estimate> estimated = estimate(*core.catalog, exchange);
    if (estimated) {
      out.push_back(*std::move(estimated));
      return;
    }
    fields.reading().problem = estimated.error();
    fields.reading().problem->path.insert(0, path.render(PathStyle::pointer));
  });
  if (fields.reading().problem) return *fields.reading().problem;
  return out;
}

/// An exchange whose figure is not known has no rank.
void write_place(JsonWriter& out, const Estimate& estimate, std::size_t index,
                 const std::optional<Ranked>& ranked) {
  out.open_record();
  out.key("index").number(static_cast<double>(index));
  out.key("rank").number(ranked ? std::optional(static_cast<double>(ranked->rank)) : std::nullopt);
  out.key("isTied").flag(ranked && ranked->is_tied);
  out.key("estimate");
  write_estimate(out, estimate);
  out.close_record();
}

}  // namespace

Problem rank_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"exchanges", "by"});
  const RankedFigure* const figure = read_figure(fields);
  const Result<std::vector<Estimate>> estimates = estimate_all(core, fields);
  if (!estimates) return estimates.error();
  std::vector<Range> known;
  std::vector<std::size_t> places;
  std::vector<std::size_t> unknown;
  for (std::size_t i = 0; i < estimates->size(); ++i) {
    const std::optional<Range> value = figure->of((*estimates)[i].footprint);
    if (value) known.push_back(*value);
    (value ? places : unknown).push_back(i);
  }
  answer.open_list();
  for (const Ranked& ranked : rank_of(known)) {
    const std::size_t index = places[ranked.index];
    write_place(answer, (*estimates)[index], index, ranked);
  }
  // Those whose figure is not known come last.
  for (const std::size_t index : unknown) {
    write_place(answer, (*estimates)[index], index, std::nullopt);
  }
  answer.close_list();
  return std::nullopt;
}

}  // namespace gramme
