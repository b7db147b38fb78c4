#pragma once

#include <string_view>

#include "usage/moment.hpp"
#include "usage/reported_tokens.hpp"

namespace gramme {

/// How a line of a log was understood.
enum class ResponseState { usage, no_usage, not_json, contradictory };

/// Parts of an answer that is still being written come with the same id, or none.
enum class ResponsePart { whole, stream_start, stream_change, repeated_chunk };

/// What a line of a log tells of a request; the views lie in the line.
struct Response {
  ResponseState state = ResponseState::no_usage;
  ResponsePart part = ResponsePart::whole;
  ReportedTokens tokens;
  std::string_view platform;
  std::string_view model;
  /// The provider's id of the answer; empty: none.
  std::string_view id;
  Moment moment;
};

/// Reads one JSON record: a response of an OpenAI-compatible, Anthropic or Google address or of the
/// AI SDK, an event of their streams, a result of their batches, or a line of a log around one of
/// those. Texts in it are passed over.
[[nodiscard]] Response read_response(std::string_view line, const Calendar& calendar);

}  // namespace gramme
