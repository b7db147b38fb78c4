#pragma once

#include <cstddef>
#include <span>
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

/// The same of several texts, each ended by a zero byte, into a range each; how many there were.
[[nodiscard]] double count_many_fast(Core& core, std::size_t tokenizer, std::string_view utf8,
                                     std::span<Range> counts) noexcept;

/// Opens a stream of a tokenizer; its number, or 0 when that failed.
[[nodiscard]] double open_stream(Core& core, std::size_t tokenizer) noexcept;

// Each answers with the tokens of the text so far. Errors: unknown_stream, stream_finished,
// too_large.
[[nodiscard]] Range append_utf8(Core& core, StreamNumber stream, std::string_view utf8) noexcept;
[[nodiscard]] Range append_utf16(Core& core, StreamNumber stream,
                                 std::u16string_view units) noexcept;
[[nodiscard]] Range truncate_stream(Core& core, StreamNumber stream, std::size_t units) noexcept;

/// Tokens of the complete text; the stream takes no more.
[[nodiscard]] Range finish_stream(Core& core, StreamNumber stream) noexcept;

void close_stream(Core& core, StreamNumber stream) noexcept;

}  // namespace gramme
