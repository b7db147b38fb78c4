// Tokens of a chat: those of its messages, and what the model's framing adds.
#include <algorithm>

#include "api/call.hpp"
#include "api/counting.hpp"
#include "api/documents.hpp"
#include "tokens/special_tokens.hpp"

namespace gramme {

namespace {

struct Message {
  std::string role;
  std::string text;
  std::optional<std::string> name;
};

/// What a part of a framing stands for.
constexpr std::string_view kRolePlace = "{role}";
constexpr std::string_view kTextPlace = "{text}";

/// Counts the parts of a framing.
class FramedCounter {
 public:
  explicit FramedCounter(const Counting& counting) : counting_(counting) {}

  [[nodiscard]] Range count(const FramingParts& parts, const Message& message) {
    Range sum = exactly(0.0);
    for (const std::string& part : parts) sum += count_part(part, message);
    return sum;
  }

  [[nodiscard]] Range count_text(std::string_view text) {
    return count_with(*counting_.encoding, *counting_.counter, text);
  }

 private:
  /// A special token of the framing is one token; what stands between two is one text. What the
  /// message holds is text, whatever it looks like.
  [[nodiscard]] Range count_part(std::string_view part, const Message& message) {
    const SpecialTokens& specials = counting_.encoding->special_tokens;
    Range sum = exactly(0.0);
    std::size_t at = 0;
    while (const auto special = tokens::find_special(specials, part, at)) {
      sum += count_text(filled(part.substr(at, special->at - at), message)) + exactly(1.0);
      at = special->at + special->size;
    }
    return sum + count_text(filled(part.substr(at), message));
  }

  [[nodiscard]] static std::string filled(std::string_view part, const Message& message) {
    std::string out;
    for (std::size_t at = 0; at < part.size();) {
      if (part.substr(at, kRolePlace.size()) == kRolePlace) {
        out += message.role;
        at += kRolePlace.size();
      } else if (part.substr(at, kTextPlace.size()) == kTextPlace) {
        out += message.text;
        at += kTextPlace.size();
      } else {
        out += part[at++];
      }
    }
    return out;
  }

  const Counting& counting_;
};

std::vector<Message> read_messages(Fields& fields) {
  std::vector<Message> messages;
  const List* items = fields.list("messages");
  if (items == nullptr) {
    fields.reading().report(ErrorCode::missing_key, fields.at("messages"), "messages are required");
    return messages;
  }
  const Path list_path = fields.at("messages");
  for (std::size_t i = 0; i < items->size() && !fields.reading().problem; ++i) {
    const Path path{&list_path, {}, static_cast<int>(i)};
    Fields message((*items)[i], path, fields.reading(), {"role", "text", "name"});
    messages.push_back({message.text("role"), message.text("text"), message.optional_text("name")});
  }
  return messages;
}

Result<const Framing*> find_framing(const Core& core, const Counting& counting,
                                    const std::optional<std::string>& asked) {
  const std::string& id = asked ? *asked : counting.encoding->framing;
  const Framing* framing = find_by_id(core.catalog->framings, id);
  if (framing != nullptr) return framing;
  return fail(ErrorCode::unknown_framing, "/framing",
              asked ? "this framing is not known; `gramme framings` lists them"
                    : "models of this encoding hold no chats that are known here: name a framing");
}

const FramingParts& parts_of(const Framing& framing, std::string_view role) {
  // What was once "system" is called "developer" by newer interfaces.
  const std::string_view known = role == "developer" ? "system" : role;
  for (const auto& [name, parts] : framing.message_by_role) {
    if (name == known) return parts;
  }
  return framing.message;
}

struct ChatTokens {
  std::vector<Range> messages;
  Range total;
};

Result<ChatTokens> count_messages(const Counting& counting, const Framing& framing,
                                  const std::vector<Message>& messages) {
  FramedCounter counter(counting);
  ChatTokens out;
  out.total = framing.tokens_at_start + counter.count(framing.at_start, {});
  for (const Message& message : messages) {
    const FramingParts& parts = parts_of(framing, message.role);
    if (parts.empty()) {
      const std::string place = "/messages/" + std::to_string(out.messages.size()) + "/role";
      return fail(ErrorCode::out_of_range, place, "chats of this model know no such role");
    }
    Range tokens = framing.tokens_per_message + counter.count(parts, message);
    if (message.name) tokens += framing.tokens_per_name + counter.count_text(*message.name);
    out.messages.push_back(tokens);
    out.total += tokens;
  }
  out.total += framing.tokens_at_end + counter.count(framing.at_end, {});
  return out;
}

}  // namespace

Result<Value> count_chat_call(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"encoding", "model", "site", "framing", "messages"});
  const std::optional<std::string> asked = fields.optional_text("framing");
  const std::vector<Message> messages = read_messages(fields);
  if (reading.problem) return *reading.problem;
  Result<Counting> counting = find_counting(core, fields);
  if (!counting) return counting.error();
  const Result<const Framing*> framing = find_framing(core, *counting, asked);
  if (!framing) return framing.error();
  const Result<ChatTokens> counted = count_messages(*counting, **framing, messages);
  if (!counted) return counted.error();
  if (!(*framing)->is_exact) {
    counting->warnings.push_back(
        {"framing_estimated", "how chats are put together is not published: a range was added"});
  }
  const bool is_exact = (*framing)->is_exact && !counting->encoding->estimator;
  const auto write = [&](const Range& tokens) {
    return is_exact ? Value{tokens.central} : Value{tokens};
  };
  List each;
  for (const Range& tokens : counted->messages) each.push_back(write(tokens));
  Record answer = describe_counting(*counting);
  answer[0].value = is_exact ? "exact" : "estimated";
  answer.insert(answer.begin(),
                {Member{"tokens", write(counted->total)},
                 Member{"messages", Value{std::move(each)}}, Member{"framing", (*framing)->id}});
  return Value{std::move(answer)};
}

}  // namespace gramme
