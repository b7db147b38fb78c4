#pragma once

#include <cstddef>
#include <string_view>

#include "api/call.hpp"

namespace gramme {

// Counting without documents in between, for what the script side calls many times a second: a
// number for the tokenizer, bytes in, a range out. A call that fails answers NaN and leaves its
// error in `core.problem`.

/// Names a tokenizer once. Request: as for `count`.
/// Envelope of {"tokenizer": number, "kind", "encoding", "modelId", "warnings"}. Errors: those of
/// `count`.
[[nodiscard]] std::string tokenizer_call(Core& core, std::string_view request) noexcept;

/// Tokens of the text; low and high differ from central where it is estimated.
[[nodiscard]] Range count_fast(Core& core, std::size_t tokenizer, std::string_view utf8) noexcept;

}  // namespace gramme
