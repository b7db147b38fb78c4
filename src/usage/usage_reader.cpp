#include "usage/usage_reader.hpp"

#include <algorithm>
#include <utility>

#include "json/json.hpp"
#include "usage/file_signs.hpp"
#include "yaml/yaml.hpp"

namespace gramme {

namespace {

/// What a first line must fit into before it is decided what a file is.
constexpr std::size_t kLongestHead = std::size_t{1} << 16U;
constexpr JsonLimits kConversationLimits{JsonItems::kLongestItem, 1U << 20U};
constexpr JsonLimits kDocumentLimits{JsonItems::kLongestItem, kMostMembers};

}  // namespace

UsageReader::UsageReader(const Catalog& catalog, UsageReading reading, TextCounts& counts)
    : catalog_(catalog),
      reading_(std::move(reading)),
      table_(catalog, reading_.choice),
      activities_(catalog),
      log_(table_),
      sums_{counts, seen_answers_, table_},
      csv_(catalog, table_, activities_),
      ledger_days_(reading_.read_day) {}

void UsageReader::begin_file(std::string name) {
  files_.push_back({std::move(name), "unknown", 0.0, {}});
  has_file_ = true;
  form_ = Form::undecided;
  head_.clear();
  items_ = {};
  rows_ = {};
  has_header_ = false;
  has_conversations_ = false;
  has_documents_ = false;
  needed_.clear();
}

UsageReader::Form UsageReader::form_of_line(std::string_view line) const {
  if (MeasuredRuns::is_header(line)) return Form::runs;
  return UsageCsv::is_header(catalog_, line) ? Form::csv : Form::yaml;
}

/// Looks only at what every way of cutting the file into parts shows when it is decided.
Problem UsageReader::decide(bool is_at_end) {
  if (head_.size() < kLongestSign && !is_at_end) return std::nullopt;
  if (Problem problem = check_signs(head_)) return problem;
  const std::size_t begin =
      head_.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0 ? kByteOrderMark.size() : 0;
  const std::string_view text = std::string_view(head_).substr(begin);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const std::size_t line_end = text.find('\n', first == std::string_view::npos ? 0 : first);
  std::string_view looked_at = std::string_view(head_).substr(0, kLongestSign);
  if (first != std::string_view::npos && (text[first] == '{' || text[first] == '[')) {
    form_ = Form::json;
  } else if (line_end != std::string_view::npos || text.size() > kLongestHead || is_at_end) {
    const std::string_view line = text.substr(0, std::min(line_end, kLongestHead));
    form_ = form_of_line(line);
    looked_at = form_ == Form::yaml ? text : line;
  }
  if (form_ == Form::undecided) return std::nullopt;
  if (Problem problem = check_text(looked_at)) return problem;
  head_.erase(0, begin);
  return form_ == Form::yaml ? std::nullopt : take(std::exchange(head_, {}));
}

Problem UsageReader::feed(std::string_view part) {
  needed_.clear();
  if (form_ != Form::undecided && form_ != Form::yaml) return take(part);
  head_.append(part);
  if (form_ == Form::undecided) return decide(false);
  if (Problem problem = check_text(part)) return problem;
  if (head_.size() <= kLargestYamlBytes) return std::nullopt;
  return fail(ErrorCode::too_large, "", "a document over 1 MiB that is neither JSON nor a table");
}

Problem UsageReader::take(std::string_view part) {
  if (form_ == Form::json) {
    return items_.feed(part, [this](std::string_view item) { return take_item(item); });
  }
  return rows_.feed(
      part, [this](const std::vector<std::string_view>& fields) { return take_row(fields); });
}

Problem UsageReader::take_row(const std::vector<std::string_view>& fields) {
  const double place = static_cast<double>(rows_.row());
  if (std::exchange(has_header_, true)) {
    return form_ == Form::runs ? runs_.add_row(fields, notes(), place)
                               : csv_.add_row(fields, notes(), place);
  }
  if (form_ == Form::csv) return csv_.begin(fields, notes());
  runs_.begin(fields, notes());
  return std::nullopt;
}

Result<ItemState> UsageReader::take_item(std::string_view item) {
  const double place = items_.place();
  const bool is_first = place == 1.0;
  if (item.empty()) {
    notes().skip("too_long", place);
    return ItemState::taken;
  }
  if (items_.shape() == JsonItems::Shape::document) {
    if (Problem problem = take_document(item)) return *std::move(problem);
    return ItemState::taken;
  }
  if (items_.shape() == JsonItems::Shape::elements && is_first && !has_conversations_) {
    const Result<Value> value = parse_json(item, kConversationLimits);
    has_conversations_ = value && is_conversation(*value);
  }
  return has_conversations_ ? take_conversation(item) : take_line(item, place);
}

Result<ItemState> UsageReader::take_line(std::string_view item, double place) {
  if (item.find_first_not_of(" \t\r") == std::string_view::npos) return ItemState::taken;
  const Response response = read_response(item, reading_.calendar);
  const bool may_be_document = place == 1.0 || has_documents_;
  if (response.state == ResponseState::no_usage && may_be_document) {
    const Result<Value> value = parse_json(item, kDocumentLimits);
    const Result<bool> is_known = value ? take_known(*value) : Result<bool>(false);
    if (!is_known) return is_known.error();
    has_documents_ |= *is_known;
    if (*is_known) return ItemState::taken;
  }
  notes().kind = "response_log";
  if (Problem problem = log_.add(response, place, notes())) return *std::move(problem);
  return ItemState::taken;
}

/// A document that is known by its members; false: it is none of those.
Result<bool> UsageReader::take_known(const Value& value) {
  if (is_analytics(value)) {
    notes().kind = "analytics";
    read_analytics(value, activities_, notes());
    return true;
  }
  if (reading_.read_day != nullptr && LedgerDays::is_ledger(value)) {
    notes().kind = "gramme_export";
    if (Problem problem = ledger_days_.read(value, notes())) return *std::move(problem);
    return true;
  }
  if (!is_usage_export(value)) return false;
  notes().kind = "usage_export";
  if (Problem problem = read_usage_export(value, table_, notes())) return *std::move(problem);
  return true;
}

Problem UsageReader::take_document(std::string_view text) {
  const Response response = read_response(text, reading_.calendar);
  if (response.state == ResponseState::usage) {
    notes().kind = "response_log";
    return log_.add(response, 1.0, notes());
  }
  const Result<Value> value = parse_json(text, kDocumentLimits);
  if (!value) return value.error();
  const Result<bool> is_known = take_known(*value);
  if (!is_known) return is_known.error();
  if (!*is_known) notes().skip("no_usage", 1.0);
  return std::nullopt;
}

Result<ItemState> UsageReader::take_conversation(std::string_view item) {
  const Result<Value> value = parse_json(item, kConversationLimits);
  if (!value || !is_conversation(*value)) {
    notes().skip(value ? "no_usage" : "not_json", items_.place());
    return ItemState::taken;
  }
  const Conversation conversation = read_conversation(*value, reading_.calendar);
  notes().kind = conversation.platform == "claude" ? "claude_export" : "chatgpt_export";
  for (const Message& message : conversation.messages) {
    needed_ = sums_.counts.missing_vocabulary(conversation.platform, message.model);
    if (!needed_.empty()) return ItemState::must_wait;
  }
  sums_.repeated = 0.0;
  sums_.added = 0.0;
  if (Problem problem = add_conversation(conversation, sums_)) return *std::move(problem);
  notes().requests += sums_.added;
  if (sums_.repeated > 0.0) notes().skip("repeated", items_.place(), sums_.repeated);
  return ItemState::taken;
}

Problem UsageReader::end_json() {
  Problem problem = items_.finish([this](std::string_view item) { return take_item(item); });
  if (problem || !needed_.empty()) return problem;
  if (items_.is_truncated()) notes().skip("truncated", items_.place());
  return log_.end_file(notes());
}

Problem UsageReader::end_yaml() {
  const Result<Value> value = parse_yaml(head_);
  if (!value) return value.error();
  if (!is_analytics(*value)) {
    return fail(
        ErrorCode::missing_key, "",
        "genai, session or content is expected; docs/data.md#usage-files says what is read");
  }
  notes().kind = "analytics";
  read_analytics(*value, activities_, notes());
  return std::nullopt;
}

Problem UsageReader::end_file() {
  needed_.clear();
  if (form_ == Form::undecided) {
    if (Problem problem = decide(true)) return problem;
  }
  Problem problem;
  if (form_ == Form::json) problem = end_json();
  if (form_ == Form::yaml) problem = end_yaml();
  if (form_ == Form::csv || form_ == Form::runs) {
    problem = rows_.finish(
        [this](const std::vector<std::string_view>& fields) { return take_row(fields); });
  }
  has_file_ = !needed_.empty();
  return problem;
}

Result<UsageSummary> UsageReader::finish() {
  if (Problem problem = ledger_days_.add_to(table_)) return *std::move(problem);
  if (Problem problem = activities_.weigh(table_, reading_.model)) return *std::move(problem);
  return table_.finish();
}

}  // namespace gramme
