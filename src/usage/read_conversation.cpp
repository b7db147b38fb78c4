// Conversations as ChatGPT and Claude export them (docs/data.md#usage-files).
#include <unordered_map>

#include "usage/conversation.hpp"
#include "usage/members.hpp"

namespace gramme {

namespace {

Moment moment_at(const Value& value, std::string_view key, const Calendar& calendar) {
  const Value* const member = value.find(key);
  if (member == nullptr) return {};
  if (const double* number = member->number()) return calendar.at(*number).value_or(Moment{});
  const std::string* const text = member->text();
  return text == nullptr ? Moment{} : calendar.at(std::string_view(*text)).value_or(Moment{});
}

void add_text(Message& message, std::string_view text) {
  if (!text.empty()) message.texts.push_back(text);
}

/// What a part of a ChatGPT message holds: a text, or a record for an image or a recording.
void add_part(Message& message, const Value& part) {
  if (const std::string* text = part.text()) return add_text(message, *text);
  message.has_image |= text_at(part, "content_type") == "image_asset_pointer";
  add_text(message, text_at(part, "text"));
}

void read_content(Message& message, const Value& content) {
  const std::string_view type = text_at(content, "content_type");
  message.is_reasoning = type == "thoughts" || type == "reasoning_recap";
  add_text(message, text_at(content, "text"));
  const Value* const parts = content.find("parts");
  const List* const list = parts == nullptr ? nullptr : parts->list();
  if (list == nullptr) return;
  for (const Value& part : *list) add_part(message, part);
}

Role role_of(std::string_view name) {
  if (name == "user" || name == "human") return Role::user;
  return name == "assistant" ? Role::assistant : Role::other;
}

Message read_chatgpt_message(const Value& value, const Calendar& calendar) {
  Message message;
  message.id = text_at(value, "id");
  if (const Value* author = value.find("author")) message.role = role_of(text_at(*author, "role"));
  if (const Value* content = value.find("content")) read_content(message, *content);
  if (const Value* metadata = value.find("metadata")) {
    message.model = text_at(*metadata, "model_slug");
  }
  const std::string_view recipient = text_at(value, "recipient");
  message.is_tool = !recipient.empty() && recipient != "all";
  message.moment = moment_at(value, "create_time", calendar);
  return message;
}

/// A tree of messages by id: each is walked to after the one that it answers.
class MessageTree {
 public:
  explicit MessageTree(const Record& nodes) : nodes_(nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) by_id_.emplace(nodes[i].key, i);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const auto parent = by_id_.find(std::string(text_at(nodes[i].value, "parent")));
      if (parent == by_id_.end()) {
        roots_.push_back(i);
      } else {
        children_[parent->second].push_back(i);
      }
    }
  }

  /// Nodes that lead back to themselves have no root and are left out.
  std::vector<Message> messages(const Calendar& calendar) const {
    std::vector<Message> out;
    std::vector<std::pair<std::size_t, int>> open;
    for (const std::size_t root : roots_) open.emplace_back(root, -1);
    while (!open.empty()) {
      auto [node, parent] = open.back();
      open.pop_back();
      const Value* const message = nodes_[node].value.find("message");
      if (message != nullptr && message->record() != nullptr) {
        out.push_back(read_chatgpt_message(*message, calendar));
        out.back().parent = parent;
        parent = static_cast<int>(out.size()) - 1;
      }
      const auto below = children_.find(node);
      if (below == children_.end()) continue;
      // The first child is walked to first.
      for (auto child = below->second.rbegin(); child != below->second.rend(); ++child) {
        open.emplace_back(*child, parent);
      }
    }
    return out;
  }

 private:
  const Record& nodes_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::size_t, std::vector<std::size_t>> children_;
  std::vector<std::size_t> roots_;
};

/// A block of a Claude message. What tools gave back is a list of blocks of its own.
void add_block(Message& message, const Value& block) {
  const std::string_view type = text_at(block, "type");
  if (type == "text") return add_text(message, text_at(block, "text"));
  message.is_tool |= type == "tool_use" || type == "tool_result";
  message.has_image |= type == "image";
}

Message read_claude_message(const Value& value, const Calendar& calendar) {
  Message message;
  message.id = text_at(value, "uuid");
  message.role = role_of(text_at(value, "sender"));
  message.model = text_at(value, "model");
  message.moment = moment_at(value, "created_at", calendar);
  if (const List* blocks = list_at(value, "content")) {
    for (const Value& block : *blocks) add_block(message, block);
  }
  if (message.texts.empty()) add_text(message, text_at(value, "text"));
  if (const List* attachments = list_at(value, "attachments")) {
    for (const Value& attachment : *attachments) {
      add_text(message, text_at(attachment, "extracted_content"));
    }
  }
  if (const List* files = list_at(value, "files")) message.has_image |= !files->empty();
  return message;
}

std::vector<Message> read_claude_messages(const List& list, const Calendar& calendar) {
  std::vector<Message> out;
  std::unordered_map<std::string_view, int> by_id;
  for (const Value& value : list) {
    Message message = read_claude_message(value, calendar);
    const auto parent = by_id.find(text_at(value, "parent_message_uuid"));
    message.parent = parent == by_id.end() ? static_cast<int>(out.size()) - 1 : parent->second;
    by_id.emplace(message.id, static_cast<int>(out.size()));
    out.push_back(std::move(message));
  }
  return out;
}

/// For messages that do not name their model: that of the conversation.
void fill_in_model(Conversation& conversation, std::string_view model) {
  for (Message& message : conversation.messages) {
    if (message.model.empty()) message.model = model;
  }
}

}  // namespace

bool is_conversation(const Value& value) {
  const Value* const mapping = value.find("mapping");
  if (mapping != nullptr && mapping->record() != nullptr) return true;
  return list_at(value, "chat_messages") != nullptr;
}

Conversation read_conversation(const Value& value, const Calendar& calendar) {
  Conversation out;
  if (const List* messages = list_at(value, "chat_messages")) {
    out.platform = "claude";
    out.messages = read_claude_messages(*messages, calendar);
    fill_in_model(out, text_at(value, "model"));
    return out;
  }
  out.platform = "chatgpt";
  const Value* const mapping = value.find("mapping");
  if (mapping != nullptr && mapping->record() != nullptr) {
    out.messages = MessageTree(*mapping->record()).messages(calendar);
  }
  fill_in_model(out, text_at(value, "default_model_slug"));
  return out;
}

}  // namespace gramme
