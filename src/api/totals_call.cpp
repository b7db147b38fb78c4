// Many exchanges at once: those that differ in their tokens alone are prepared together, and only
// their sums come back.
#include <array>
#include <cmath>
#include <cstring>

#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/envelope.hpp"
#include "methods/asked_tokens.hpp"

namespace gramme {

namespace {

/// A row of the columns: the kind of exchange, then its tokens.
struct PackedExchange {
  double kind = 0.0;
  double is_prompt_new = 1.0;
  TokenKinds tokens;
};

static_assert(sizeof(PackedExchange) == 11 * sizeof(double));

struct Kind {
  Exchange exchange;
  std::vector<TokenKinds> tokens;
  double prompts = 0.0;
};

constexpr std::size_t kMostKinds = 4096;

Problem read_kinds(Fields& fields, std::vector<Kind>& out) {
  const List* items = fields.list("kinds");
  const Path list_path = fields.at("kinds");
  if (items != nullptr && items->size() > kMostKinds) {
    return fail(ErrorCode::too_large, "/kinds", "more than 4096 kinds of exchange");
  }
  for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
    const Path path{&list_path, {}, static_cast<int>(i)};
    Fields kind((*items)[i], path, fields.reading(), kExchangeKeys);
    out.push_back({read_exchange(kind), {}, 0.0});
  }
  return fields.reading().problem;
}

bool is_amount(const Range& range) {
  return is_ordered(range) && range.low >= 0.0 && range.high <= kCount.high;
}

Problem sort_rows(std::string_view columns, std::vector<Kind>& kinds) {
  const std::size_t rows = columns.size() / sizeof(PackedExchange);
  for (std::size_t i = 0; i < rows; ++i) {
    PackedExchange row;
    std::memcpy(static_cast<void*>(&row), columns.data() + i * sizeof(row), sizeof(row));
    const bool is_kind = row.kind >= 0.0 && row.kind < static_cast<double>(kinds.size());
    const TokenKinds& tokens = row.tokens;
    if (!is_kind || !is_amount(tokens.input) || !is_amount(tokens.cached_input) ||
        !is_amount(tokens.output)) {
      return fail(ErrorCode::out_of_range, "/exchanges/" + std::to_string(i),
                  "tokens are numbers from 0, or ranges in ascending order");
    }
    Kind& kind = kinds[static_cast<std::size_t>(row.kind)];
    kind.tokens.push_back(tokens);
    kind.prompts += row.is_prompt_new > 0.0 ? 1.0 : 0.0;
  }
  return std::nullopt;
}

void add_footprint(LedgerRow& row, const Footprint& footprint) {
  row.energy_watt_hours += footprint.energy_watt_hours;
  row.grams_co2e += footprint.grams_co2e;
  if (footprint.water_litres) {
    row.water_litres += *footprint.water_litres;
  } else {
    row.water_unknown_requests += 1.0;
  }
}

/// The row of all exchanges of a kind. Precondition: there is one at least.
Result<LedgerRow> row_of(const Catalog& catalog, Kind& kind) {
  const auto put = [&](const TokenKinds& tokens) {
    kind.exchange.input_tokens = tokens.input;
    kind.exchange.cached_input_tokens = tokens.cached_input;
    kind.exchange.output_tokens = tokens.output;
  };
  put(kind.tokens.front());
  const Result<Estimate> first = estimate(catalog, kind.exchange);
  if (!first) return first.error();
  LedgerRow row = estimated_row(kind.exchange, *first);
  const Result<std::vector<Footprint>> others =
      footprints_of(catalog, kind.exchange, std::span<const TokenKinds>(kind.tokens).subspan(1));
  if (!others) return others.error();
  for (std::size_t i = 1; i < kind.tokens.size(); ++i) {
    row.prompt_tokens += kind.tokens[i].input;
    row.cached_input_tokens += kind.tokens[i].cached_input;
    row.output_tokens += kind.tokens[i].output;
    add_footprint(row, (*others)[i - 1]);
  }
  row.requests = static_cast<double>(kind.tokens.size());
  row.prompts = kind.prompts;
  // These are of the kind: the same for each of its exchanges.
  row.context_tokens = row.context_tokens * row.requests;
  row.reasoning_tokens = row.reasoning_tokens * row.requests;
  row.attachment_tokens = row.attachment_tokens * row.requests;
  for (auto& [code, count] : row.warnings) count = row.requests;
  return row;
}

Problem totals(const Core& core, const Value& request, std::string_view columns,
               JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"range", "date", "kinds"});
  Period period{read_period_kind(fields, "range"), fields.text("date"), {}};
  if (!reading.problem && !is_date(period.kind, period.date)) {
    reading.report(ErrorCode::out_of_range, fields.at("date"), "not a date of that period");
  }
  std::vector<Kind> kinds;
  if (Problem problem = read_kinds(fields, kinds)) return problem;
  if (Problem problem = sort_rows(columns, kinds)) return problem;
  for (Kind& kind : kinds) {
    if (kind.tokens.empty()) continue;
    Result<LedgerRow> row = row_of(*core.catalog, kind);
    if (!row) return row.error();
    add_row(period, *row);
  }
  write_period(answer, period);
  return std::nullopt;
}

}  // namespace

std::string totals_call(const Core& core, std::size_t rows, std::string_view packed) noexcept {
  return enveloped_writing([&](JsonWriter& answer) -> Problem {
    const std::size_t columns = rows * sizeof(PackedExchange);
    if (rows > packed.size() || columns > packed.size()) {
      return fail(ErrorCode::too_large, "", "more rows than were handed over");
    }
    const Result<Value> request = parse_json(packed.substr(columns));
    if (!request) return request.error();
    return totals(core, *request, packed.substr(0, columns), answer);
  });
}

}  // namespace gramme
