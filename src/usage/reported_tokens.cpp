// The words that providers have for the tokens of an answer (docs/data.md#usage-files).
#include "usage/reported_tokens.hpp"

#include <algorithm>
#include <array>

namespace gramme {

namespace {

using Member = std::optional<double> ReportedUsage::*;

struct Word {
  std::string_view name;
  Member member;
};

constexpr std::array kWords{
    // OpenAI and compatible, chat completions
    Word{"prompt_tokens", &ReportedUsage::input},
    Word{"completion_tokens", &ReportedUsage::output},
    Word{"total_tokens", &ReportedUsage::total},
    Word{"cached_tokens", &ReportedUsage::cached},
    Word{"reasoning_tokens", &ReportedUsage::reasoning},
    Word{"prompt_cache_hit_tokens", &ReportedUsage::cached},
    // OpenAI responses, Anthropic
    Word{"input_tokens", &ReportedUsage::input},
    Word{"output_tokens", &ReportedUsage::output},
    Word{"cache_read_input_tokens", &ReportedUsage::cache_read},
    Word{"cache_creation_input_tokens", &ReportedUsage::cache_written},
    // Google
    Word{"promptTokenCount", &ReportedUsage::input},
    Word{"candidatesTokenCount", &ReportedUsage::output},
    Word{"totalTokenCount", &ReportedUsage::total},
    Word{"cachedContentTokenCount", &ReportedUsage::cached},
    Word{"thoughtsTokenCount", &ReportedUsage::reasoning},
    Word{"toolUsePromptTokenCount", &ReportedUsage::tool_input},
    // AI SDK
    Word{"inputTokens", &ReportedUsage::input},
    Word{"outputTokens", &ReportedUsage::output},
    Word{"promptTokens", &ReportedUsage::input},
    Word{"completionTokens", &ReportedUsage::output},
    Word{"totalTokens", &ReportedUsage::total},
    Word{"cachedInputTokens", &ReportedUsage::cached},
    Word{"reasoningTokens", &ReportedUsage::reasoning},
    Word{"cacheReadTokens", &ReportedUsage::cached},
    // OpenTelemetry: what a cache read is a part of the input
    Word{"gen_ai.usage.input_tokens", &ReportedUsage::input},
    Word{"gen_ai.usage.output_tokens", &ReportedUsage::output},
    Word{"gen_ai.usage.prompt_tokens", &ReportedUsage::input},
    Word{"gen_ai.usage.completion_tokens", &ReportedUsage::output},
    Word{"gen_ai.usage.cache_read.input_tokens", &ReportedUsage::cached},
    Word{"gen_ai.usage.reasoning.output_tokens", &ReportedUsage::reasoning},
};

/// Records within the usage that hold parts of its sums.
constexpr std::array<std::string_view, 6> kDetails{
    "prompt_tokens_details", "completion_tokens_details", "input_tokens_details",
    "output_tokens_details", "inputTokenDetails",         "outputTokenDetails"};

constexpr double kMostTokens = 1e12;

bool is_count(const std::optional<double>& value) {
  return !value || (*value >= 0.0 && *value <= kMostTokens);
}

bool are_counts(const ReportedUsage& usage) {
  for (const Member member :
       {&ReportedUsage::input, &ReportedUsage::output, &ReportedUsage::total,
        &ReportedUsage::reasoning, &ReportedUsage::cached, &ReportedUsage::cache_read,
        &ReportedUsage::cache_written, &ReportedUsage::tool_input}) {
    if (!is_count(usage.*member)) return false;
  }
  return true;
}

/// Google, and others whose total says so, count reasoning beside the output.
bool is_reasoning_apart(const ReportedUsage& usage, double input) {
  const double output = usage.output.value_or(0.0);
  const double reasoning = usage.reasoning.value_or(0.0);
  if (reasoning <= 0.0) return false;
  if (usage.is_google || reasoning > output) return true;
  return usage.total && *usage.total == input + output + reasoning;
}

}  // namespace

std::string_view ReportedUsage::platform() const {
  if (is_google) return "google";
  return cache_read || cache_written ? "anthropic" : "openai-compatible";
}

bool is_detail(std::string_view key) {
  return std::find(kDetails.begin(), kDetails.end(), key) != kDetails.end();
}

bool is_usage_word(std::string_view key) {
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](const Word& word) { return word.name == key; });
}

void put_word(ReportedUsage& usage, std::string_view key, double number) {
  for (const Word& word : kWords) {
    if (word.name == key) usage.*word.member = number;
  }
  usage.is_google |= key == "promptTokenCount" || key == "candidatesTokenCount";
}

std::optional<ReportedTokens> tokens_of(const ReportedUsage& usage) {
  if (!are_counts(usage)) return std::nullopt;
  const double told = usage.input.value_or(0.0) + usage.tool_input.value_or(0.0);
  ReportedTokens out;
  out.cached = usage.cache_read ? *usage.cache_read : usage.cached.value_or(0.0);
  // Anthropic counts what its cache read or wrote beside the input.
  const bool is_beside = usage.cache_read || usage.cache_written;
  out.input = is_beside ? told + out.cached + usage.cache_written.value_or(0.0) : told;
  out.output = usage.output.value_or(0.0);
  out.reasoning = usage.reasoning.value_or(0.0);
  if (is_reasoning_apart(usage, told)) out.output += out.reasoning;
  if (out.cached > out.input) return std::nullopt;
  return out;
}

void take_larger(ReportedTokens& sum, const ReportedTokens& later) {
  sum.input = std::max(sum.input, later.input);
  sum.cached = std::min(sum.input, std::max(sum.cached, later.cached));
  sum.output = std::max(sum.output, later.output);
  sum.reasoning = std::max(sum.reasoning, later.reasoning);
}

}  // namespace gramme
