#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/budget.hpp"
#include "gramme/decision.hpp"
#include "gramme/ledger.hpp"

namespace gramme {

/// What a service may weigh in a day or month, in one language or in all together.
struct ServiceBudget {
  std::string id;
  std::string service;
  /// Empty: all languages together.
  std::string language;
  PeriodKind kind = PeriodKind::day;
  BudgetMeasure measure = BudgetMeasure::grams_co2e;
  /// In the unit of the measure; > 0.
  double limit = 1.0;
  /// Share of the limit from which is warned.
  double warn_share = kNearlyUsed;
  /// Share of the limit from which nothing more is let in; not below `warn_share`.
  double throttle_share = 1.0;
};

/// What a service used in one language. Of `use`, site, model and region are empty: sums stand
/// under service, language and methodology.
struct ServiceRow {
  std::string service;
  std::string language;
  LedgerRow use;
};

/// What services used on a day ("2026-01-15") or in a month ("2026-01").
struct ServicePeriod {
  std::string date;
  std::vector<ServiceRow> rows;
};

/// What services used: the latest days and months, each list by ascending date.
struct ServiceState {
  std::vector<ServicePeriod> days;
  std::vector<ServicePeriod> months;
};

inline constexpr std::size_t kMostServiceDays = 62;
inline constexpr std::size_t kMostServiceMonths = 24;
inline constexpr std::size_t kMostServiceBudgets = 256;
/// Names that no budget has, in one period: beyond, all count as kOtherName.
inline constexpr std::size_t kMostUnbudgetedNames = 64;
inline constexpr std::string_view kOtherName = "other";

/// True for 1 to 64 letters, digits, dots, dashes and underscores: names of services and languages.
[[nodiscard]] bool is_service_name(std::string_view name);

/// Adds what was used on a day to that day and its month. In whatever order uses are added, the
/// sums are the same but for rounding. Days and months beyond the latest are given up.
/// Precondition: a valid day date.
void add_use(ServiceState& state, const std::vector<ServiceBudget>& budgets, std::string_view day,
             const ServiceRow& row);

/// Requests that were let in and have not said yet what they used.
struct InFlight {
  std::string service;
  std::string language;
  double requests = 0.0;
};

enum class Admission { allow, warn, throttle };
[[nodiscard]] std::string_view name_of(Admission admission);

enum class AdmissionReason { within, warn_share_reached, limit_reached, in_flight_fills_limit };
[[nodiscard]] std::string_view name_of(AdmissionReason reason);

/// How a budget stands.
struct ServiceBudgetVerdict {
  /// Position in the list of budgets.
  std::size_t budget = 0;
  /// Date of its day or month.
  std::string date;
  Range used;
  /// Central value used up, 1 when all of it is.
  double share = 0.0;
  /// The same with the requests in flight, each taken for the mean of the service's requests.
  double reckoned_share = 0.0;
  Admission admission = Admission::allow;
  AdmissionReason reason = AdmissionReason::within;
  /// The day on which it begins anew.
  std::string resets_on;
};

/// How each budget stands on a day (docs/method.md#service-budgets). Precondition: a valid day
/// date.
[[nodiscard]] std::vector<ServiceBudgetVerdict> judge_services(
    const std::vector<ServiceBudget>& budgets, const ServiceState& state, std::string_view day,
    const std::vector<InFlight>& in_flight);

/// The verdict that decides on a request: of those of its service and language the strictest, and
/// of these the one most used up; null: no budget is meant.
[[nodiscard]] const ServiceBudgetVerdict* deciding_verdict(
    const std::vector<ServiceBudget>& budgets, const std::vector<ServiceBudgetVerdict>& verdicts,
    std::string_view service, std::string_view language);

/// Sums of a day or month; each list in order of its names.
struct ServiceSums {
  std::string date;
  LedgerRow total;
  /// Without a language.
  std::vector<ServiceRow> by_service;
  /// Without a service.
  std::vector<ServiceRow> by_language;
  std::vector<ServiceRow> by_service_and_language;
};

[[nodiscard]] ServiceSums sums_of(const std::vector<ServicePeriod>& periods, std::string_view date);

/// What was used, and what is to be said of it.
struct WeighedUse {
  LedgerRow use;
  std::vector<Warning> warnings;
};

/// Weighs one file of a service, by its profile or as it was measured; the entry's service and
/// language matter for texts alone. `grams_co2e_per_file` alone leaves the energy unknown, with a
/// warning.
/// Errors: as for decide().
[[nodiscard]] Result<WeighedUse> weigh_workload(const Catalog& catalog, const ServiceEntry& entry,
                                                const DecisionMatrix& place);

}  // namespace gramme
