// Pages of the usage reports of OpenAI (organization/usage/completions) and Anthropic
// (organizations/usage_report/messages): buckets of time with results by model.
#include "usage/usage_export.hpp"

#include <algorithm>
#include <cmath>

#include "usage/members.hpp"

namespace gramme {

namespace {

/// Tokens of a request where a report does not tell how many there were: the mean of a day of
/// requests to chat models (Azure LLM inference trace 2023, conversations: 1155 in, 211 out).
constexpr double kTokensPerRequest = 1366.0;

/// Buckets are of days in UTC, whatever the clocks of the reader say.
Moment moment_of(const Value& bucket) {
  const Calendar utc;
  const std::string_view text = text_at(bucket, "starting_at");
  if (!text.empty()) return utc.at(text).value_or(Moment{});
  return utc.at(number_at(bucket, "start_time")).value_or(Moment{});
}

/// Anthropic tells what the cache wrote by how long it keeps it.
double cache_written(const Value& result) {
  const Value* const creation = result.find("cache_creation");
  if (creation == nullptr) return 0.0;
  return number_at(*creation, "ephemeral_1h_input_tokens") +
         number_at(*creation, "ephemeral_5m_input_tokens");
}

ReportedSum sum_of(const Value& result, const Moment& moment) {
  ReportedSum sum;
  sum.moment = moment;
  sum.model = text_at(result, "model");
  sum.output = number_at(result, "output_tokens");
  if (result.find("uncached_input_tokens") != nullptr) {
    sum.platform = "anthropic";
    sum.new_input = number_at(result, "uncached_input_tokens") + cache_written(result);
    sum.cached = number_at(result, "cache_read_input_tokens");
    return sum;
  }
  sum.platform = "openai";
  sum.cached = number_at(result, "input_cached_tokens");
  sum.new_input = number_at(result, "input_tokens") - sum.cached;
  sum.requests = number_at(result, "num_model_requests");
  return sum;
}

}  // namespace

Problem add_sum(const ReportedSum& sum, UsageTable& table, FileNotes& notes) {
  constexpr double kMost = 1e15;
  const double tokens = sum.new_input + sum.cached + sum.output;
  const bool is_sum = sum.new_input >= 0.0 && sum.cached >= 0.0 && sum.output >= 0.0 &&
                      tokens <= kMost && sum.requests.value_or(1.0) <= kMost;
  if (!is_sum) {
    notes.skip("contradictory_usage", 1.0);
    return std::nullopt;
  }
  if (tokens == 0.0) return std::nullopt;
  UsageEvent event;
  event.platform = sum.platform;
  event.model = sum.model;
  event.day = sum.moment.day;
  event.input_tokens = exactly(sum.new_input);
  event.cached_input_tokens = exactly(sum.cached);
  event.output_tokens = exactly(sum.output);
  event.requests = std::max(1.0, sum.requests.value_or(std::round(tokens / kTokensPerRequest)));
  if (!sum.requests) event.warnings[0] = "requests_not_told";
  notes.requests += event.requests;
  return table.add(event);
}

bool is_usage_export(const Value& value) {
  const List* const buckets = list_at(value, "data");
  return buckets != nullptr &&
         std::all_of(buckets->begin(), buckets->end(),
                     [](const Value& bucket) { return list_at(bucket, "results") != nullptr; });
}

Problem read_usage_export(const Value& value, UsageTable& table, FileNotes& notes) {
  for (const Value& bucket : *list_at(value, "data")) {
    const Moment moment = moment_of(bucket);
    for (const Value& result : *list_at(bucket, "results")) {
      if (Problem problem = add_sum(sum_of(result, moment), table, notes)) return problem;
    }
  }
  return std::nullopt;
}

}  // namespace gramme
