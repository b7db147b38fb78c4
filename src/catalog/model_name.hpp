#pragma once

#include <string>
#include <string_view>

namespace gramme {

/// How names are compared: "GPT-5.5 Thinking" and "gpt-5-5-thinking" become the same text.
[[nodiscard]] std::string simplified_name(std::string_view name);

/// A family's prefix in the same form; a dash at its end stays, so that "o1-" begins "o1-mini" and
/// "o1", but not "o100".
[[nodiscard]] std::string simplified_prefix(std::string_view prefix);

}  // namespace gramme
