#include "catalog/merge_documents.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "data/fields.hpp"

namespace gramme {

namespace {

/// Null when the value is no record with an id.
const std::string* id_of(const Value& value) {
  const Value* id = value.find("id");
  return id == nullptr ? nullptr : id->text();
}

bool has_ids(const List& list) {
  return std::all_of(list.begin(), list.end(),
                     [](const Value& item) { return id_of(item) != nullptr; });
}

/// An empty list takes nothing away from one of entries with ids.
bool are_merged(const List* base, const List* overlay) {
  return base != nullptr && overlay != nullptr && !base->empty() && has_ids(*base) &&
         has_ids(*overlay);
}

Value* entry_of(List& list, const std::string& id) {
  for (Value& entry : list) {
    if (const std::string* known = id_of(entry); known != nullptr && *known == id) return &entry;
  }
  return nullptr;
}

/// Where an entry of that id first stands, or -1.
int place_of(const List& list, const std::string& id) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string* known = id_of(list[i]);
    if (known != nullptr && *known == id) return static_cast<int>(i);
  }
  return -1;
}

void merge(Value& base, const Value& overlay, const Path& path, Reading& reading);

void merge_lists(List& base, const List& overlay, const Path& path, Reading& reading) {
  for (std::size_t i = 0; i < overlay.size(); ++i) {
    const Path entry_path{&path, {}, static_cast<int>(i)};
    const std::string& id = *id_of(overlay[i]);
    if (place_of(overlay, id) != static_cast<int>(i)) {
      reading.report(ErrorCode::duplicate_id, entry_path, "the id " + id + " is taken");
    }
    if (Value* known = entry_of(base, id)) {
      merge(*known, overlay[i], entry_path, reading);
    } else {
      base.push_back(overlay[i]);
    }
  }
}

void merge_records(Record& base, const Record& overlay, const Path& path, Reading& reading) {
  for (const Member& member : overlay) {
    const auto known = std::find_if(base.begin(), base.end(),
                                    [&](const Member& below) { return below.key == member.key; });
    if (known == base.end()) {
      base.push_back(member);
    } else {
      merge(known->value, member.value, Path{&path, member.key, -1}, reading);
    }
  }
}

void merge(Value& base, const Value& overlay, const Path& path, Reading& reading) {
  if (base.record() != nullptr && overlay.record() != nullptr) {
    merge_records(*base.record(), *overlay.record(), path, reading);
  } else if (are_merged(base.list(), overlay.list())) {
    merge_lists(*base.list(), *overlay.list(), path, reading);
  } else {
    base = overlay;
  }
}

}  // namespace

Problem merge_document(Value& base, const Value& overlay) {
  Reading reading{PathStyle::dotted, std::nullopt};
  if (overlay.record() == nullptr) {
    return fail(ErrorCode::invalid_type, "", "a record with the sections of a config is expected");
  }
  merge(base, overlay, Path{}, reading);
  return std::move(reading.problem);
}

std::string path_in_overlay(const std::string& path, const Value& merged, const Value& overlay) {
  const std::size_t open = path.find('[');
  const std::size_t close = path.find(']');
  if (open == std::string::npos || close == std::string::npos) return path;
  const std::string_view section = std::string_view(path).substr(0, open);
  const Value* all = merged.find(section);
  const Value* own = overlay.find(section);
  if (all == nullptr || own == nullptr || all->list() == nullptr || own->list() == nullptr) {
    return path;
  }
  const std::size_t index = std::strtoul(path.c_str() + open + 1, nullptr, 10);
  if (index >= all->list()->size()) return path;
  const std::string* id = id_of((*all->list())[index]);
  const int place = id == nullptr ? -1 : place_of(*own->list(), *id);
  if (place < 0) return path;
  return path.substr(0, open + 1) + std::to_string(place) + path.substr(close);
}

}  // namespace gramme
