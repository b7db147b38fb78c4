// A `usage` record in the text of an answer.
#include "usage/reported_usage.hpp"

#include "measurements/number_text.hpp"

namespace gramme {

namespace {

void take_member(JsonSkimmer& json, std::string_view key, ReportedUsage& usage) {
  const char first = json.peek();
  if (!is_usage_word(key) || first == '{' || first == '[' || first == '"') return json.skip();
  const std::optional<double> number = number_in(json.take_plain());
  if (number) put_word(usage, key, *number);
}

}  // namespace

ReportedUsage read_reported_usage(JsonSkimmer& json) {
  ReportedUsage usage;
  json.each_member([&](std::string_view key) {
    if (is_detail(key) && json.peek() == '{') {
      json.each_member([&](std::string_view detail) { take_member(json, detail, usage); });
    } else {
      take_member(json, key, usage);
    }
  });
  return usage;
}

}  // namespace gramme
