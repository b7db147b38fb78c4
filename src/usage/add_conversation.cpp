// The answers of a conversation: what each read anew, what was sent again with it, what it wrote.
#include "usage/conversation.hpp"

namespace gramme {

namespace {

/// An answer: one message, or several with calls of tools between them.
struct Turn {
  /// First and last message of the answer.
  int first = -1;
  int last = -1;
  /// Message that it answers; -1: none.
  int prompt = -1;
  Range output_tokens;
  bool is_prompt_new = true;
  bool has_tool = false;
  bool has_reasoning = false;
};

class ConversationReader {
 public:
  ConversationReader(const Conversation& conversation, ConversationSums& sums)
      : messages_(conversation.messages), platform_(conversation.platform), sums_(sums) {}

  Problem add() {
    count();
    find_turns();
    for (const Turn& turn : turns_) {
      if (Problem problem = add_turn(turn)) return problem;
    }
    return std::nullopt;
  }

 private:
  const Message& at(int place) const { return messages_[static_cast<std::size_t>(place)]; }
  const Range& tokens(int place) const { return tokens_[static_cast<std::size_t>(place)]; }

  /// Tokens of each message, and of all that stands above it in its branch.
  void count() {
    tokens_.resize(messages_.size());
    above_.resize(messages_.size());
    for (std::size_t i = 0; i < messages_.size(); ++i) {
      const Message& message = messages_[i];
      for (const std::string_view text : message.texts) {
        tokens_[i] += sums_.counts.count(platform_, message.model, text);
      }
      if (message.parent < 0) continue;
      above_[i] = above_[static_cast<std::size_t>(message.parent)];
      if (!at(message.parent).is_reasoning) above_[i] += tokens(message.parent);
    }
  }

  /// A message goes on with the answer above it, unless another one does already.
  void find_turns() {
    std::vector<int> turn_of(messages_.size(), -1);
    std::vector<bool> is_gone_on(messages_.size(), false);
    std::vector<bool> is_answered(messages_.size(), false);
    for (std::size_t i = 0; i < messages_.size(); ++i) {
      const Message& message = messages_[i];
      if (message.role == Role::user) continue;
      const auto parent = static_cast<std::size_t>(message.parent);
      const int above = message.parent < 0 ? -1 : turn_of[parent];
      if (above >= 0 && !is_gone_on[parent]) {
        is_gone_on[parent] = true;
        turn_of[i] = above;
        absorb(turns_[static_cast<std::size_t>(above)], static_cast<int>(i));
      } else if (message.role == Role::assistant) {
        turn_of[i] = static_cast<int>(turns_.size());
        Turn turn;
        turn.first = static_cast<int>(i);
        turn.prompt = prompt_above(message.parent);
        if (turn.prompt >= 0) {
          turn.is_prompt_new = !is_answered[static_cast<std::size_t>(turn.prompt)];
          is_answered[static_cast<std::size_t>(turn.prompt)] = true;
        }
        absorb(turn, static_cast<int>(i));
        turns_.push_back(turn);
      }
    }
  }

  int prompt_above(int place) const {
    while (place >= 0 && at(place).role != Role::user) place = at(place).parent;
    return place;
  }

  void absorb(Turn& turn, int place) const {
    const Message& message = at(place);
    turn.last = place;
    turn.has_tool |= message.is_tool || message.role == Role::other;
    turn.has_reasoning |= message.is_reasoning;
    if (message.role == Role::assistant && !message.is_reasoning) {
      turn.output_tokens += tokens(place);
    }
  }

  Problem add_turn(const Turn& turn) {
    const Message& answer = at(turn.first);
    if (!sums_.seen.insert(answer.id)) {
      sums_.repeated += 1.0;
      return std::nullopt;
    }
    UsageEvent event;
    event.platform = platform_;
    event.model = at(turn.last).model.empty() ? answer.model : at(turn.last).model;
    event.output_tokens = turn.output_tokens;
    if (turn.prompt >= 0) put_prompt(event, turn);
    const Message& asked = turn.prompt < 0 ? answer : at(turn.prompt);
    event.day = asked.moment.day == kUnknownDay ? answer.moment.day : asked.moment.day;
    event.is_estimated = !is_exact(event.output_tokens) || !is_exact(event.input_tokens);
    put_warnings(event, turn);
    sums_.added += 1.0;
    return sums_.table.add(event);
  }

  void put_prompt(UsageEvent& event, const Turn& turn) const {
    const Range& prompt = tokens(turn.prompt);
    (turn.is_prompt_new ? event.input_tokens : event.cached_input_tokens) = prompt;
    event.context_tokens = above_[static_cast<std::size_t>(turn.prompt)];
    const Message& asked = at(turn.prompt);
    if (asked.parent < 0) return;
    const std::optional<double> before = at(asked.parent).moment.unix_seconds;
    const std::optional<double> then = asked.moment.unix_seconds;
    if (before && then && *then >= *before) event.context_age_seconds = *then - *before;
  }

  void put_warnings(UsageEvent& event, const Turn& turn) const {
    std::size_t count = 0;
    const auto warn = [&](bool applies, const char* code) {
      if (applies && count < event.warnings.size()) event.warnings.at(count++) = code;
    };
    warn(turn.has_reasoning, "hidden_reasoning_not_counted");
    warn(turn.has_tool, "tool_use_not_counted");
    warn(turn.prompt >= 0 && at(turn.prompt).has_image, "image_not_counted");
  }

  const std::vector<Message>& messages_;
  std::string_view platform_;
  ConversationSums& sums_;
  std::vector<Range> tokens_;
  std::vector<Range> above_;
  std::vector<Turn> turns_;
};

}  // namespace

Problem add_conversation(const Conversation& conversation, ConversationSums& sums) {
  return ConversationReader(conversation, sums).add();
}

}  // namespace gramme
