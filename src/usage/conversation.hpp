#pragma once

#include <string>
#include <vector>

#include "data/value.hpp"
#include "usage/moment.hpp"
#include "usage/seen_ids.hpp"
#include "usage/text_counts.hpp"

namespace gramme {

enum class Role { user, assistant, other };

/// One message of a conversation, in the order in which a branch of it was written.
struct Message {
  std::string_view id;
  Role role = Role::other;
  /// As it was written; empty: the export does not say.
  std::string_view model;
  std::vector<std::string_view> texts;
  Moment moment;
  /// Place of the message that it answers in the list; -1: the first of its branch.
  int parent = -1;
  bool has_image = false;
  /// Not a text for people: a call of a tool, or what it gave back.
  bool is_tool = false;
  /// Summaries of reasoning: neither written out nor sent again.
  bool is_reasoning = false;
};

/// A conversation of an export; its texts lie in the document that it was read from.
struct Conversation {
  std::string_view platform;
  /// Each after the one that it answers.
  std::vector<Message> messages;
};

/// True for a document that is a conversation of a ChatGPT or Claude export.
[[nodiscard]] bool is_conversation(const Value& value);

/// Reads one. What is not understood of it is left out.
[[nodiscard]] Conversation read_conversation(const Value& value, const Calendar& calendar);

/// Where the answers of conversations go.
struct ConversationSums {
  TextCounts& counts;
  SeenIds& seen;
  UsageTable& table;
  /// Answers that were left out because they were seen before.
  double repeated = 0.0;
  double added = 0.0;
};

/// Adds the answers of a conversation up: each with its prompt, and with all that stands above it
/// in its branch as what was sent again. Answers that were seen before are left out.
/// Errors: those of UsageTable::add.
[[nodiscard]] Problem add_conversation(const Conversation& conversation, ConversationSums& sums);

}  // namespace gramme
