// One line of a log: only what is asked for is read, everything else is passed over.
#include "usage/response.hpp"

#include <algorithm>
#include <array>

#include "measurements/number_text.hpp"
#include "usage/reported_usage.hpp"

namespace gramme {

namespace {

/// Deeper records of a log say nothing of its answer.
constexpr int kDeepestRecord = 8;
constexpr std::size_t kLongestName = 200;

/// Texts, tools and results of tools: what stands in there may look like usage and is none.
constexpr std::array<std::string_view, 17> kPassedOver{
    "messages", "content",  "choices",    "output", "input",     "tools",
    "parts",    "contents", "candidates", "prompt", "delta",     "toolUseResult",
    "headers",  "metadata", "tool_calls", "system", "completion"};

/// What a record says besides the usage in it.
struct Frame {
  std::string_view model;
  std::string_view id;
  std::optional<Moment> moment;
  /// The usage stands in this record or in one within it.
  bool has_usage = false;
};

class ResponseReader {
 public:
  ResponseReader(std::string_view line, const Calendar& calendar)
      : json_(line), calendar_(calendar) {}

  Response read() {
    Frame outermost;
    if (json_.peek() == '{') {
      walk(outermost, 0);
    } else {
      json_.skip();
    }
    Response out;
    if (json_.has_failed() || json_.peek() != '\0') {
      out.state = ResponseState::not_json;
      return out;
    }
    if (usage_.is_empty()) return out;
    complete(out);
    return out;
  }

 private:
  /// Walks through a record; what it says of the usage in it stands nearest.
  void walk(Frame& frame, int depth) {
    json_.each_member([&](std::string_view key) { take_member(frame, key, depth); });
    if (!frame.has_usage) return;
    if (found_.model.empty()) found_.model = frame.model;
    if (found_.id.empty()) found_.id = frame.id;
    if (!found_.moment) found_.moment = frame.moment;
  }

  void take_member(Frame& frame, std::string_view key, int depth) {
    const char first = json_.peek();
    if (first == '{') {
      take_record(frame, key, depth);
    } else if (first == '"') {
      take_text(frame, key, json_.take_string());
    } else if (first == '[') {
      json_.skip();
    } else {
      take_number(frame, key, json_.take_plain());
    }
  }

  void take_record(Frame& frame, std::string_view key, int depth) {
    const bool is_usage = key == "usage" || key == "usageMetadata" || key == "usage_metadata";
    if (is_usage && usage_.is_empty()) {
      usage_ = read_reported_usage(json_);
      frame.has_usage |= !usage_.is_empty();
      return;
    }
    const bool is_passed =
        std::find(kPassedOver.begin(), kPassedOver.end(), key) != kPassedOver.end();
    if (is_usage || is_passed || depth >= kDeepestRecord) return json_.skip();
    Frame inner;
    walk(inner, depth + 1);
    frame.has_usage |= inner.has_usage;
  }

  void take_text(Frame& frame, std::string_view key, std::string_view text) {
    if (text.size() > kLongestName) return;
    if (key == "model" || key == "modelVersion" || key == "modelId") {
      frame.model = text;
    } else if (key == "id" || key == "responseId") {
      frame.id = text;
    } else if (is_time(key)) {
      put_moment(frame, calendar_.at(text));
    } else if (key == "type" || key == "object") {
      note_type(text);
    }
  }

  void take_number(Frame& frame, std::string_view key, std::string_view text) {
    if (!is_time(key)) return;
    if (const auto number = number_in(text)) put_moment(frame, calendar_.at(*number));
  }

  static bool is_time(std::string_view key) {
    constexpr std::array<std::string_view, 12> kTimes{
        "created", "created_at", "timestamp", "createTime", "time",         "ts",
        "date",    "datetime",   "startTime", "start_time", "created_time", "createdAt"};
    return std::find(kTimes.begin(), kTimes.end(), key) != kTimes.end();
  }

  static void put_moment(Frame& frame, const std::optional<Moment>& moment) {
    if (moment && !frame.moment) frame.moment = moment;
  }

  void note_type(std::string_view type) {
    if (type == "message_start") part_ = ResponsePart::stream_start;
    if (type == "message_delta") part_ = ResponsePart::stream_change;
    if (type == "chat.completion.chunk") part_ = ResponsePart::repeated_chunk;
  }

  void complete(Response& out) const {
    const std::optional<ReportedTokens> tokens = tokens_of(usage_);
    out.state = tokens ? ResponseState::usage : ResponseState::contradictory;
    out.tokens = tokens.value_or(ReportedTokens{});
    out.part = part_;
    out.model = found_.model;
    out.id = found_.id;
    const bool is_anthropic = found_.id.substr(0, 4) == "msg_" ||
                              part_ == ResponsePart::stream_start ||
                              part_ == ResponsePart::stream_change;
    out.platform = is_anthropic ? "anthropic" : usage_.platform();
    out.moment = found_.moment.value_or(Moment{});
  }

  JsonSkimmer json_;
  const Calendar& calendar_;
  ReportedUsage usage_;
  Frame found_;
  ResponsePart part_ = ResponsePart::whole;
};

}  // namespace

Response read_response(std::string_view line, const Calendar& calendar) {
  return ResponseReader(line, calendar).read();
}

}  // namespace gramme
