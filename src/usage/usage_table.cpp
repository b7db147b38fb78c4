// Requests that differ in their tokens alone wait for each other, so that model, place and method
// are looked up once for many of them.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "gramme/usage.hpp"
#include "usage/weighed_row.hpp"

namespace gramme {

namespace {

/// Requests of one kind that are weighed together, and of all kinds that may wait.
constexpr std::size_t kMostTogether = 1024;
constexpr std::size_t kMostWaiting = std::size_t{1} << 16U;
/// Names beyond so many count as one that is not known.
constexpr std::size_t kMostKinds = 4096;
constexpr std::size_t kMostCells = 100'000;
constexpr std::size_t kLongestName = 200;

struct Kind {
  Exchange exchange;
  std::string profile;
  /// One request of it, for the names and warnings that all have.
  LedgerRow pattern;
  bool is_unknown = false;
  double requests = 0.0;
  std::vector<Waiting> waiting;
};

/// A name may have several profiles and platforms: it is listed once.
void add_unknown(std::vector<UnknownModel>& models, const Kind& kind) {
  for (UnknownModel& model : models) {
    if (model.name != kind.exchange.model || model.counted_as != kind.pattern.model_id) continue;
    model.requests += kind.requests;
    return;
  }
  models.push_back({kind.exchange.model, kind.pattern.model_id, kind.requests});
}

}  // namespace

struct UsageTable::State {
  const Catalog& catalog;
  Exchange choice;
  std::vector<Kind> kinds;
  std::unordered_map<std::string, std::size_t> kind_by_key;
  std::string key;
  std::string last_key;
  std::size_t last_kind = 0;
  std::size_t waiting = 0;
  /// Periods of one day and profile.
  std::map<std::pair<DayNumber, std::string>, Period> cells;
  std::size_t rows = 0;

  [[nodiscard]] Problem find_kind(const UsageEvent& event);
  [[nodiscard]] Problem make_kind(const UsageEvent& event);
  [[nodiscard]] Problem add_row_of_day(DayNumber day, const std::string& profile,
                                       const LedgerRow& row);
  [[nodiscard]] Problem weigh(Kind& kind);
  [[nodiscard]] Problem weigh_all();
  [[nodiscard]] Problem weigh_conversation(Kind& kind, const UsageEvent& event);
};

Problem UsageTable::State::make_kind(const UsageEvent& event) {
  Kind kind;
  kind.exchange = choice;
  kind.exchange.model = event.model.substr(0, kLongestName);
  kind.exchange.site = event.platform;
  kind.exchange.output_tokens = exactly(1.0);
  kind.profile = event.profile;
  const Result<Estimate> estimated = estimate(catalog, kind.exchange);
  if (!estimated) return estimated.error();
  kind.pattern = estimated_row(kind.exchange, *estimated);
  kind.is_unknown = estimated->model_match != ModelMatch::exact;
  kinds.push_back(std::move(kind));
  return std::nullopt;
}

/// Leaves the kind's number in last_kind.
Problem UsageTable::State::find_kind(const UsageEvent& event) {
  key.assign(event.platform).append(1, '\n').append(event.profile).append(1, '\n');
  key.append(event.model);
  if (!kinds.empty() && key == last_key) return std::nullopt;
  auto found = kind_by_key.find(key);
  if (found == kind_by_key.end() && kinds.size() >= kMostKinds) {
    UsageEvent unnamed = event;
    unnamed.model = {};
    unnamed.profile = {};
    unnamed.platform = {};
    key = "\n\n";
    found = kind_by_key.find(key);
    if (found == kind_by_key.end()) {
      if (Problem problem = make_kind(unnamed)) return problem;
      found = kind_by_key.emplace(key, kinds.size() - 1).first;
    }
  } else if (found == kind_by_key.end()) {
    if (Problem problem = make_kind(event)) return problem;
    found = kind_by_key.emplace(key, kinds.size() - 1).first;
  }
  last_kind = found->second;
  last_key = key;
  return std::nullopt;
}

Problem UsageTable::State::add_row_of_day(DayNumber day, const std::string& profile,
                                          const LedgerRow& row) {
  Period& cell = cells[{day, profile}];
  const std::size_t before = cell.rows.size();
  add_row(cell, row);
  rows += cell.rows.size() - before;
  if (rows <= kMostCells) return std::nullopt;
  return fail(ErrorCode::too_large, "",
              "more than 100,000 different days and models: analyse a part of them at a time");
}

Problem UsageTable::State::weigh(Kind& kind) {
  if (kind.waiting.empty()) return std::nullopt;
  std::vector<TokenKinds> tokens;
  tokens.reserve(kind.waiting.size());
  for (const Waiting& one : kind.waiting) tokens.push_back(one.each);
  const Result<std::vector<Footprint>> footprints = footprints_of(catalog, kind.exchange, tokens);
  if (!footprints) return footprints.error();
  // Requests come in the order of their days: those of one day are summed up first.
  LedgerRow sum = empty_row(kind.pattern);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Waiting& one = kind.waiting[i];
    add_weighed(sum, one, (*footprints)[i]);
    if (i + 1 < tokens.size() && kind.waiting[i + 1].day == one.day) continue;
    for (const auto& [code, count] : kind.pattern.warnings) count_warning(sum, code, sum.requests);
    if (Problem problem = add_row_of_day(one.day, kind.profile, sum)) return problem;
    sum = empty_row(kind.pattern);
  }
  waiting -= kind.waiting.size();
  kind.waiting.clear();
  return std::nullopt;
}

Problem UsageTable::State::weigh_all() {
  for (Kind& kind : kinds) {
    if (Problem problem = weigh(kind)) return problem;
  }
  return std::nullopt;
}

/// What is sent again depends on when: each such request is estimated on its own.
Problem UsageTable::State::weigh_conversation(Kind& kind, const UsageEvent& event) {
  Exchange exchange = kind.exchange;
  exchange.input_tokens = event.input_tokens;
  exchange.cached_input_tokens = event.cached_input_tokens;
  exchange.output_tokens = event.output_tokens;
  exchange.context_tokens = event.context_tokens;
  exchange.context_age_seconds = event.context_age_seconds;
  const Result<Estimate> estimated = estimate(catalog, exchange);
  if (!estimated) return estimated.error();
  LedgerRow row = estimated_row(exchange, *estimated);
  row.prompts = 1.0;
  row.estimated_requests = event.is_estimated ? 1.0 : 0.0;
  count_warnings(row, event.warnings, 1.0);
  return add_row_of_day(event.day, kind.profile, row);
}

UsageTable::UsageTable(const Catalog& catalog, Exchange choice)
    : state_(new State{catalog, std::move(choice), {}, {}, {}, {}, 0, 0, {}, 0}) {}
UsageTable::UsageTable(UsageTable&&) noexcept = default;
UsageTable& UsageTable::operator=(UsageTable&&) noexcept = default;
UsageTable::~UsageTable() = default;

Problem UsageTable::add(const UsageEvent& event) {
  State& state = *state_;
  if (event.requests <= 0.0) return std::nullopt;
  if (Problem problem = state.find_kind(event)) return problem;
  Kind& kind = state.kinds[state.last_kind];
  kind.requests += event.requests;
  if (event.context_tokens.high > 0.0) return state.weigh_conversation(kind, event);
  kind.waiting.push_back(waiting_of(event));
  if (++state.waiting >= kMostWaiting) return state.weigh_all();
  return kind.waiting.size() >= kMostTogether ? state.weigh(kind) : std::nullopt;
}

Problem UsageTable::add_stored(DayNumber day, const LedgerRow& row) {
  return state_->add_row_of_day(day, {}, row);
}

Result<UsageSummary> UsageTable::finish() {
  State& state = *state_;
  if (Problem problem = state.weigh_all()) return *std::move(problem);
  UsageSummary out;
  for (auto& [place, period] : state.cells) {
    for (LedgerRow& row : period.rows) {
      out.rows.push_back({place.first, place.second, std::move(row)});
    }
  }
  for (const Kind& kind : state.kinds) {
    if (kind.is_unknown) add_unknown(out.unknown_models, kind);
  }
  state.cells.clear();
  return out;
}

}  // namespace gramme
