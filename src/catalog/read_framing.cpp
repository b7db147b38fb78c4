#include <array>

#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kFramingTokens{0.0, 1000.0};
/// Roles that may have parts of their own.
constexpr std::array<std::string_view, 4> kRoles{"system", "user", "assistant", "tool"};

/// Absent: none.
Range read_tokens(Fields& fields, std::string_view key) {
  return fields.optional_range(key, kFramingTokens).value_or(exactly(0.0));
}

}  // namespace

Framing read_framing(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "is_exact", "at_start", "message", "system_message", "user_message",
                 "assistant_message", "tool_message", "at_end", "tokens_at_start",
                 "tokens_per_message", "tokens_per_name", "tokens_at_end", "source", "as_of"});
  Framing framing;
  framing.id = read_id(fields);
  framing.name = fields.text("name");
  framing.is_exact = fields.flag_or("is_exact", false);
  framing.at_start = fields.texts("at_start");
  framing.message = fields.texts("message");
  for (const std::string_view role : kRoles) {
    FramingParts parts = fields.texts(std::string(role) + "_message");
    if (!parts.empty()) framing.message_by_role.emplace_back(role, std::move(parts));
  }
  framing.at_end = fields.texts("at_end");
  framing.tokens_at_start = read_tokens(fields, "tokens_at_start");
  framing.tokens_per_message = read_tokens(fields, "tokens_per_message");
  framing.tokens_per_name = read_tokens(fields, "tokens_per_name");
  framing.tokens_at_end = read_tokens(fields, "tokens_at_end");
  framing.source = read_source(fields);
  return framing;
}

}  // namespace gramme
