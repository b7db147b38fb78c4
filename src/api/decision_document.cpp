// What was decided, as a document.
#include "api/decision_document.hpp"

#include <algorithm>
#include <array>

#include "api/documents.hpp"

namespace gramme {

namespace {

std::string_view name_of(BoundsOrigin origin) {
  constexpr std::array<std::string_view, 4> kNames{"given", "data", "definition", "none"};
  return kNames.at(static_cast<std::size_t>(origin));
}

double sum_of_weights(const std::vector<FittedCriterion>& criteria) {
  double sum = 0.0;
  for (const FittedCriterion& fitted : criteria) sum += fitted.criterion.weight;
  return sum;
}

void write_criteria(JsonWriter& out, const std::vector<FittedCriterion>& criteria) {
  const double sum = sum_of_weights(criteria);
  out.open_list();
  for (const FittedCriterion& fitted : criteria) {
    const bool has_bounds = fitted.origin != BoundsOrigin::none;
    out.open_record();
    out.key("id").text(fitted.criterion.id);
    out.key("unit").text(fitted.criterion.unit);
    out.key("weightShare").number(fitted.criterion.weight / sum);
    out.key("worse").text(fitted.criterion.is_less_worse ? "less" : "more");
    out.key("boundsFrom").text(name_of(fitted.origin));
    out.key("low").number(has_bounds ? std::optional(fitted.bounds.low) : std::nullopt);
    out.key("high").number(has_bounds ? std::optional(fitted.bounds.high) : std::nullopt);
    out.close_record();
  }
  out.close_list();
}

void write_parts(JsonWriter& out, const Decision& decision, const RowScore& score) {
  out.open_list();
  for (std::size_t i = 0; i < score.parts.size(); ++i) {
    const CriterionScore& part = score.parts[i];
    out.open_record();
    out.key("criterion").text(decision.criteria[i].criterion.id);
    out.key("value").number(part.value);
    out.key("scaled").number(part.scaled);
    out.key("weightShare").number(part.weight_share);
    out.key("contribution").number(part.contribution);
    out.close_record();
  }
  out.close_list();
}

/// The criteria that add most to a score, most first.
void write_pushed_by(JsonWriter& out, const Decision& decision, const RowScore& score) {
  constexpr std::size_t kMostNamed = 3;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < score.parts.size(); ++i) {
    if (score.parts[i].contribution > 0.0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return score.parts[one].contribution > score.parts[other].contribution;
  });
  if (order.size() > kMostNamed) order.resize(kMostNamed);
  out.open_list();
  for (const std::size_t place : order) out.text(decision.criteria[place].criterion.id);
  out.close_list();
}

void write_advice(JsonWriter& out, const std::optional<AdvisedRow>& advised) {
  for (const auto& [key, name] : {std::pair{"advice", advised ? name_of(advised->advice) : ""},
                                  std::pair{"reason", advised ? name_of(advised->reason) : ""}}) {
    out.own_key(key);
    if (advised) {
      out.text(name);
    } else {
      out.null();
    }
  }
  out.key("reducedFilesPerMonth").number(advised ? advised->reduced_files : std::nullopt);
  out.key("savesGramsCo2ePerMonth");
  out.range(advised ? std::optional(advised->saves_grams_co2e) : std::nullopt);
}

void write_row(JsonWriter& out, const Decision& decision, const DecidedRow& row) {
  const ServiceEntry& entry = row.weighed.entry;
  out.open_record();
  out.key("rank").number(row.rank);
  out.key("service").text(entry.service);
  out.key("language").text(entry.language);
  out.key("kind").text(entry.kind);
  out.key("profile").text(row.weighed.profile_id);
  out.key("filesPerMonth").number(entry.files_per_month);
  out.key("wattHoursPerFile").range(row.weighed.watt_hours_per_file);
  out.key("gramsCo2ePerFile").range(row.weighed.grams_co2e_per_file);
  out.key("wattHoursPerMonth").range(row.watt_hours_per_month);
  out.key("gramsCo2ePerMonth").range(row.grams_co2e_per_month);
  out.key("score").number(row.score.score);
  out.key("scoredShare").number(row.score.scored_share);
  write_advice(out, row.advised);
  out.key("pushedBy");
  write_pushed_by(out, decision, row.score);
  out.key("parts");
  write_parts(out, decision, row.score);
  out.close_record();
}

void write_name(JsonWriter& out, const DecidedRow& row) {
  out.open_record();
  out.key("service").text(row.weighed.entry.service);
  out.key("language").text(row.weighed.entry.language);
  out.close_record();
}

void write_sensitivity(JsonWriter& out, const Decision& decision) {
  const Sensitivity& found = *decision.sensitivity;
  out.open_record();
  out.key("closest");
  if (found.closest) {
    out.text(decision.criteria[found.weights[*found.closest].criterion].criterion.id);
  } else {
    out.null();
  }
  out.key("weightings").number(found.weightings);
  out.key("weights").open_list();
  for (const WeightSensitivity& weight : found.weights) {
    out.open_record();
    out.key("criterion").text(decision.criteria[weight.criterion].criterion.id);
    out.key("weightShare").number(weight.weight_share);
    out.key("swapWeightShare").number(weight.swap_weight_share);
    out.key("swapChange").number(weight.swap_change);
    out.key("firstAtHalf");
    write_name(out, decision.rows[weight.first_at_half]);
    out.key("firstAtOneAndAHalf");
    write_name(out, decision.rows[weight.first_at_one_and_a_half]);
    out.close_record();
  }
  out.close_list();
  out.key("firstShares").open_list();
  for (const double share : found.first_share) out.number(share);
  out.close_list();
  out.close_record();
}

void write_totals(JsonWriter& out, const Decision& decision) {
  Range watt_hours;
  Range grams;
  Range saves;
  for (const DecidedRow& row : decision.rows) {
    watt_hours += row.watt_hours_per_month;
    grams += row.grams_co2e_per_month;
    if (row.advised) saves += row.advised->saves_grams_co2e;
  }
  out.open_record();
  out.key("wattHoursPerMonth").range(watt_hours);
  out.key("gramsCo2ePerMonth").range(grams);
  out.key("savesGramsCo2ePerMonth").range(saves);
  out.close_record();
}

void write_projected_row(JsonWriter& out, const Decision& decision, const ProjectedRow& ahead) {
  out.open_record();
  out.key("service").text(decision.rows[ahead.row].weighed.entry.service);
  out.key("language").text(decision.rows[ahead.row].weighed.entry.language);
  out.key("filesPerMonth").number(ahead.files);
  out.key("gramsCo2e").range(ahead.grams_co2e);
  out.key("score").number(ahead.score);
  out.key("advice");
  if (ahead.advice) {
    out.text(name_of(*ahead.advice));
  } else {
    out.null();
  }
  out.close_record();
}

/// Month by month: the sum, and each row.
void write_months(JsonWriter& out, const Decision& decision) {
  const std::size_t rows = decision.rows.size();
  out.open_list();
  for (std::size_t begin = 0; begin < decision.projection.size(); begin += rows) {
    Range grams;
    double files = 0.0;
    for (std::size_t i = begin; i < begin + rows; ++i) {
      grams += decision.projection[i].grams_co2e;
      files += decision.projection[i].files;
    }
    out.open_record();
    out.key("month").number(decision.projection[begin].month);
    out.key("filesPerMonth").number(files);
    out.key("gramsCo2e").range(grams);
    out.key("rows").open_list();
    for (std::size_t i = begin; i < begin + rows; ++i) {
      write_projected_row(out, decision, decision.projection[i]);
    }
    out.close_list();
    out.close_record();
  }
  out.close_list();
}

}  // namespace

void write_decision(JsonWriter& out, const Decision& decision) {
  out.open_record();
  out.key("region").text(decision.region);
  out.key("criteria");
  write_criteria(out, decision.criteria);
  out.key("rows").open_list();
  for (const DecidedRow& row : decision.rows) write_row(out, decision, row);
  out.close_list();
  out.key("totals");
  write_totals(out, decision);
  out.key("sensitivity");
  if (decision.sensitivity) {
    write_sensitivity(out, decision);
  } else {
    out.null();
  }
  out.key("months");
  write_months(out, decision);
  out.key("warnings").value(write_warnings(decision.warnings));
  out.key("sources").open_list();
  for (const Source& source : decision.sources) out.value(write_source(source));
  out.close_list();
  out.close_record();
}

}  // namespace gramme
