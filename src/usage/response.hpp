#pragma once

#include <string_view>

#include "usage/moment.hpp"

namespace gramme {

/// Tokens of one answer as its provider reported them, whatever words it has for them.
struct ReportedTokens {
  double input = 0.0;
  /// Of the input: read from the provider's cache.
  double cached = 0.0;
  double output = 0.0;
  /// Of the output: reasoning.
  double reasoning = 0.0;
};

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
