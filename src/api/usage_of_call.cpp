// Tokens as a provider reported them, in the words of an exchange.
#include <algorithm>

#include "api/call.hpp"
#include "usage/reported_tokens.hpp"

namespace gramme {

namespace {

constexpr Bounds kTokens{0.0, 1e12};
constexpr std::size_t kMostMembers = 256;

/// What was told so far, each kind of tokens on its own.
struct Told {
  ReportedTokens tokens;
  bool has_input = false;
  bool has_output = false;
};

Told read_before(Fields& request) {
  Told out;
  if (request.find("before") == nullptr) return out;
  Fields before(request.find_or_empty("before"), request.at("before"), request.reading(),
                {"inputTokens", "cachedInputTokens", "outputTokens", "reasoningTokens"});
  const auto input = before.optional_number("inputTokens", kTokens);
  const auto output = before.optional_number("outputTokens", kTokens);
  out.has_input = input.has_value();
  out.has_output = output.has_value();
  out.tokens.cached = before.optional_number("cachedInputTokens", kTokens).value_or(0.0);
  out.tokens.input = input.value_or(0.0) + out.tokens.cached;
  out.tokens.output = output.value_or(0.0);
  out.tokens.reasoning = before.optional_number("reasoningTokens", kTokens).value_or(0.0);
  return out;
}

void put_members(const Record& members, ReportedUsage& usage) {
  const std::size_t count = std::min(members.size(), kMostMembers);
  for (std::size_t i = 0; i < count; ++i) {
    const Member& member = members[i];
    if (const double* number = member.value.number()) put_word(usage, member.key, *number);
    const Record* details = is_detail(member.key) ? member.value.record() : nullptr;
    if (details != nullptr) put_members(*details, usage);
  }
}

ReportedUsage read_report(Fields& request) {
  ReportedUsage usage;
  const Value& report = request.find_or_empty("report");
  if (const Record* members = report.record()) {
    put_members(*members, usage);
  } else {
    request.reading().report(ErrorCode::invalid_type, request.at("report"), "a record is expected");
  }
  return usage;
}

void write_told(JsonWriter& out, const Told& told) {
  const ReportedTokens& tokens = told.tokens;
  const auto known = [](bool is_told, double number) {
    return is_told ? std::optional(number) : std::nullopt;
  };
  out.open_record();
  out.key("inputTokens").number(known(told.has_input, tokens.input - tokens.cached));
  out.key("cachedInputTokens").number(known(told.has_input, tokens.cached));
  out.key("outputTokens").number(known(told.has_output, tokens.output));
  out.key("reasoningTokens").number(known(told.has_output, tokens.reasoning));
  out.close_record();
}

}  // namespace

Problem usage_of_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"report", "before"});
  Told told = read_before(fields);
  const ReportedUsage usage = read_report(fields);
  if (reading.problem) return reading.problem;
  const std::optional<ReportedTokens> tokens = tokens_of(usage);
  if (!tokens) {
    return fail(ErrorCode::out_of_range, "/report", "its numbers of tokens contradict each other");
  }
  take_larger(told.tokens, *tokens);
  told.has_input |= usage.has_input();
  told.has_output |= usage.has_output();
  write_told(answer, told);
  return std::nullopt;
}

}  // namespace gramme
