#include "usage/response_log.hpp"

namespace gramme {

namespace {

UsageEvent event_of(std::string_view platform, std::string_view model,
                    const ReportedTokens& tokens) {
  UsageEvent event;
  event.platform = platform;
  event.model = model;
  event.input_tokens = exactly(tokens.input - tokens.cached);
  event.cached_input_tokens = exactly(tokens.cached);
  event.output_tokens = exactly(tokens.output);
  event.reasoning_tokens = tokens.reasoning;
  return event;
}

}  // namespace

bool ResponseLog::is_more_of_it(const Response& response) const {
  if (!pending_.is_there) return false;
  const bool goes_on = response.part == ResponsePart::stream_change && response.id.empty();
  if (goes_on) return pending_.is_stream;
  return response.id.size() >= kShortestId && response.id == pending_.id;
}

void ResponseLog::put(const Response& response, double place) {
  const bool is_stream = response.part == ResponsePart::stream_start;
  pending_ = {true,
              is_stream,
              std::string(response.id),
              std::string(response.model),
              std::string(response.platform),
              response.moment,
              response.tokens,
              place};
}

Problem ResponseLog::settle(FileNotes& notes) {
  if (!pending_.is_there) return std::nullopt;
  pending_.is_there = false;
  if (!seen_.insert(pending_.id)) {
    notes.skip("repeated", pending_.place);
    return std::nullopt;
  }
  UsageEvent event = event_of(pending_.platform, pending_.model, pending_.tokens);
  event.day = pending_.moment.day;
  if (seen_.is_full()) event.warnings[0] = "repeats_not_recognised";
  notes.requests += 1.0;
  return table_.add(event);
}

Problem ResponseLog::add(const Response& response, double place, FileNotes& notes) {
  if (response.state != ResponseState::usage) {
    const bool is_json = response.state != ResponseState::not_json;
    const char* reason = is_json ? "no_usage" : "not_json";
    if (response.state == ResponseState::contradictory) reason = "contradictory_usage";
    notes.skip(reason, place);
    return std::nullopt;
  }
  if (!is_more_of_it(response)) {
    if (Problem problem = settle(notes)) return problem;
    put(response, place);
    return std::nullopt;
  }
  take_larger(pending_.tokens, response.tokens);
  if (pending_.model.empty()) pending_.model = response.model;
  return std::nullopt;
}

Problem ResponseLog::end_file(FileNotes& notes) { return settle(notes); }

}  // namespace gramme
