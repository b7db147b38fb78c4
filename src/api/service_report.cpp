// How budgets stand and what services used, as it is answered.
#include <algorithm>

#include "api/budget_measure.hpp"
#include "api/documents.hpp"
#include "api/service_document.hpp"

namespace gramme {

namespace {

void write_mean(JsonWriter& out, const LedgerRow& use) {
  out.key("perRequest");
  if (use.requests <= 0.0) {
    out.null();
    return;
  }
  const double share = 1.0 / use.requests;
  const bool is_energy_known =
      std::none_of(use.warnings.begin(), use.warnings.end(),
                   [](const auto& warning) { return warning.first == "energy_unknown"; });
  out.open_record();
  out.key("tokens").range((use.prompt_tokens + use.output_tokens) * share);
  out.key("energyWattHours")
      .range(is_energy_known ? std::optional(use.energy_watt_hours * share) : std::nullopt);
  out.key("gramsCo2e").range(use.grams_co2e * share);
  out.close_record();
}

void write_members(JsonWriter& out, const LedgerRow& use) {
  out.key("requests").number(use.requests);
  out.key("tokens").range(use.prompt_tokens + use.output_tokens);
  out.key("energyWattHours").range(use.energy_watt_hours);
  out.key("gramsCo2e").range(use.grams_co2e);
  out.key("waterLitres").range(use.water_litres);
  out.key("waterUnknownRequests").number(use.water_unknown_requests);
  write_mean(out, use);
  write_warning_counts(out, use);
}

void write_rows(JsonWriter& out, const std::vector<ServiceRow>& rows) {
  out.open_list();
  for (const ServiceRow& row : rows) {
    out.open_record();
    out.key("service").text_or_null(row.service);
    out.key("language").text_or_null(row.language);
    write_members(out, row.use);
    out.close_record();
  }
  out.close_list();
}

}  // namespace

void write_service_verdict(JsonWriter& out, const ServiceBudget& budget,
                           const ServiceBudgetVerdict& verdict) {
  out.key("budgetId").text(budget.id);
  out.key("service").text(budget.service);
  out.key("language").text_or_null(budget.language);
  out.key("range").text(name_of(budget.kind));
  out.key("measure").text(name_of(budget.measure));
  out.key("limit").number(budget.limit);
  out.key("date").text(verdict.date);
  out.key("used").range(verdict.used);
  out.key("share").number(verdict.share);
  out.key("reckonedShare").number(verdict.reckoned_share);
  out.key("verdict").text(name_of(verdict.admission));
  out.key("reason").text(name_of(verdict.reason));
  out.key("resetsOn").text(verdict.resets_on);
}

void write_service_sums(JsonWriter& out, const ServiceSums& sums) {
  out.open_record();
  out.key("date").text(sums.date);
  out.key("total").open_record();
  write_members(out, sums.total);
  out.close_record();
  out.key("byService");
  write_rows(out, sums.by_service);
  out.key("byLanguage");
  write_rows(out, sums.by_language);
  out.key("byServiceAndLanguage");
  write_rows(out, sums.by_service_and_language);
  out.close_record();
}

}  // namespace gramme
