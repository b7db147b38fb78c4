// "What if": numbers of a decision matrix changed before it is read.
#include "api/matrix_changes.hpp"

#include <algorithm>

#include "api/matrix_document.hpp"

namespace gramme {

namespace {

constexpr MostItems kMostChanges{256, "at most 256 changes"};
/// Names of rows in a message.
constexpr std::size_t kLongestList = 500;
constexpr Bounds kAnyNumber{-1e15, 1e15};

const std::string& id_of(const Value& value) {
  static const std::string kNone;
  const Value* id = value.find("id");
  return id == nullptr || id->text() == nullptr ? kNone : *id->text();
}

/// The list of that key in a record that may be changed, or null.
List* list_in(Value& value, std::string_view key) {
  if (value.record() == nullptr) return nullptr;
  for (Member& member : *value.record()) {
    if (member.key == key) return member.value.list();
  }
  return nullptr;
}

/// A place of the document that a path leads to, and the rows that there are.
struct Target {
  Value* entry = nullptr;
  std::string key;
  std::string rows;
};

/// Ids may have dots, so that a path is compared with the rows instead of being cut.
void find_in_service(Target& out, Value& service, const std::string& path) {
  List* languages = list_in(service, "languages");
  for (std::size_t i = 0; languages != nullptr && i < languages->size(); ++i) {
    const std::string row = id_of(service) + "." + id_of((*languages)[i]);
    if (out.rows.size() < kLongestList) out.rows += (out.rows.empty() ? "" : ", ") + row;
    const bool is_meant = path.size() > row.size() + 1 && path.compare(0, row.size(), row) == 0 &&
                          path[row.size()] == '.';
    if (!is_meant) continue;
    const std::string key = path.substr(row.size() + 1);
    const bool is_key =
        std::find(kEntryNumbers.begin(), kEntryNumbers.end(), key) != kEntryNumbers.end();
    if (out.entry != nullptr && !is_key) continue;
    out.entry = &(*languages)[i];
    out.key = key;
  }
}

Target find_target(Value& document, const std::string& path) {
  Target out;
  List* services = list_in(document, "services");
  for (std::size_t i = 0; services != nullptr && i < services->size(); ++i) {
    find_in_service(out, (*services)[i], path);
  }
  return out;
}

void put(Value& entry, const std::string& key, double number) {
  for (Member& member : *entry.record()) {
    if (member.key != key) continue;
    member.value = Value{number};
    return;
  }
  entry.record()->push_back(Member{key, Value{number}});
}

std::string known_keys() {
  std::string out;
  for (const std::string_view key : kEntryNumbers) {
    out += (out.empty() ? "" : ", ") + std::string(key);
  }
  return out;
}

void apply(const Value& change, const Path& path, Reading& reading, Value& document) {
  Fields fields(change, path, reading, {"path", "value"});
  const std::string wanted = fields.text("path");
  const double number = fields.number("value", kAnyNumber);
  if (reading.problem) return;
  const Target target = find_target(document, wanted);
  if (target.entry == nullptr) {
    reading.report(ErrorCode::unknown_key, fields.at("path"),
                   "\"" + wanted.substr(0, 60) +
                       "\" leads to no row; SERVICE.LANGUAGE.KEY is expected, the rows are " +
                       target.rows);
    return;
  }
  const bool is_number =
      std::find(kEntryNumbers.begin(), kEntryNumbers.end(), target.key) != kEntryNumbers.end();
  if (!is_number) {
    reading.report(
        ErrorCode::unknown_key, fields.at("path"),
        "\"" + target.key.substr(0, 60) + "\" is no number of a row; these are: " + known_keys());
    return;
  }
  put(*target.entry, target.key, number);
}

}  // namespace

bool apply_changes(Fields& request, Value& document) {
  bool has_changes = false;
  request.each_item("set", kMostChanges, [&](const Value& change, const Path& path) {
    apply(change, path, request.reading(), document);
    has_changes = true;
  });
  return has_changes;
}

}  // namespace gramme
