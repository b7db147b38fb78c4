// One workload over models, places and methods, ranked.
#include "gramme/rank.hpp"

#include <array>

#include "api/call.hpp"
#include "api/documents.hpp"

namespace gramme {

namespace {

constexpr std::size_t kMostExchanges = 1024;

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
  const List* const items = fields.list("exchanges");
  const Path path = fields.at("exchanges");
  if (items != nullptr && items->size() > kMostExchanges) {
    fields.reading().report(ErrorCode::too_large, path, "at most 1024 exchanges");
  }
  for (std::size_t i = 0; items != nullptr && i < items->size() && !fields.reading().problem; ++i) {
    const Path item_path{&path, {}, static_cast<int>(i)};
    Fields item((*items)[i], item_path, fields.reading(), kExchangeKeys);
    const Exchange exchange = read_exchange(item);
    if (fields.reading().problem) break;
    Result<Estimate> estimated = estimate(*core.catalog, exchange);
    if (!estimated) {
      Error error = estimated.error();
      error.path = item_path.render(PathStyle::pointer) + error.path;
      return error;
    }
    out.push_back(*std::move(estimated));
  }
  if (fields.reading().problem) return *fields.reading().problem;
  return out;
}

void write_ranked(JsonWriter& out, const Ranked& ranked, const Estimate& estimate) {
  out.open_record();
  out.key("index").number(static_cast<double>(ranked.index));
  out.key("rank").number(static_cast<double>(ranked.rank));
  out.key("isTied").flag(ranked.is_tied);
  out.key("estimate");
  write_estimate(out, estimate);
  out.close_record();
}

/// Those whose figure is not known come last, without a rank.
void write_unranked(JsonWriter& out, std::size_t index, const Estimate& estimate) {
  out.open_record();
  out.key("index").number(static_cast<double>(index));
  out.key("rank").null();
  out.key("isTied").flag(false);
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
  for (Ranked ranked : rank_of(known)) {
    ranked.index = places[ranked.index];
    write_ranked(answer, ranked, (*estimates)[ranked.index]);
  }
  for (const std::size_t index : unknown) write_unranked(answer, index, (*estimates)[index]);
  answer.close_list();
  return std::nullopt;
}

}  // namespace gramme
