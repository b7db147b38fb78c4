// Daily analytics of a platform: how often its assistants were used, and what else happened there.
#include "usage/activity.hpp"

#include <algorithm>
#include <array>

namespace gramme {

namespace {

constexpr double kMostCount = 1e12;

struct Section {
  std::string_view name;
  std::array<std::string_view, 5> lists;
};

/// What else such files tell of; it is shown, and weighs nothing by itself.
constexpr std::array kSections{
    Section{"session", {"sessions"}},
    Section{"content", {"articles", "books", "topics", "unstructured_documents", "attachments"}}};
constexpr std::string_view kGenai = "genai";

const UsageProfile* find_profile(const Catalog& catalog, std::string_view name) {
  for (const UsageProfile& profile : catalog.usage_profiles) {
    if (profile.id == name || profile.plural == name) return &profile;
  }
  return nullptr;
}

bool is_section(std::string_view name) {
  return name == kGenai ||
         std::any_of(kSections.begin(), kSections.end(),
                     [&](const Section& section) { return section.name == name; });
}

void read_entry(const Value& entry, Activities& activities, Activity& activity, FileNotes& notes,
                double place) {
  const Value* const date = entry.find("date");
  const Value* const count = entry.find("count");
  const bool is_entry =
      date != nullptr && date->text() != nullptr && count != nullptr && count->number() != nullptr;
  if (!is_entry) return notes.skip("invalid_entry", place);
  activities.add(activity, *date->text(), *count->number(), notes, place);
}

/// The section's description stands before or after its lists.
std::string description_of(const Value& section) {
  const Value* const description = section.find("description");
  const std::string* const text = description == nullptr ? nullptr : description->text();
  constexpr std::size_t kLongest = 400;
  return text == nullptr ? std::string{} : text->substr(0, kLongest);
}

void read_section(const Member& section, Activities& activities, FileNotes& notes) {
  const Record* const members = section.value.record();
  if (members == nullptr) return notes.skip("invalid_entry", 1.0);
  for (const Member& member : *members) {
    const List* const list = member.value.list();
    if (list == nullptr) continue;
    Activity& activity = activities.find(section.key, member.key);
    if (activity.description.empty()) activity.description = description_of(section.value);
    for (std::size_t i = 0; i < list->size(); ++i) {
      read_entry((*list)[i], activities, activity, notes, static_cast<double>(i + 1));
    }
  }
}

}  // namespace

void FileNotes::skip(const char* reason, double place, double items) {
  for (Skipped& known : skipped) {
    if (std::string_view(known.reason) != reason) continue;
    known.items += items;
    return;
  }
  skipped.push_back({reason, items, place});
}

Activity& Activities::find(std::string_view section, std::string_view name) {
  for (Activity& activity : all_) {
    if (activity.section == section && activity.name == name) return activity;
  }
  const UsageProfile* const profile = section == kGenai ? find_profile(catalog_, name) : nullptr;
  all_.push_back({std::string(section),
                  std::string(name),
                  {},
                  profile == nullptr ? std::string{} : profile->id,
                  {}});
  return all_.back();
}

void Activities::add(Activity& activity, std::string_view date, double count, FileNotes& notes,
                     double place) {
  const std::optional<DayNumber> day = day_of_date(date.substr(0, 10));
  if (!day || !(count >= 0.0 && count <= kMostCount)) return notes.skip("invalid_entry", place);
  if (!activity.counts.emplace(*day, count).second) return notes.skip("duplicate_day", place);
  if (!activity.profile.empty()) notes.requests += count;
}

Problem Activities::weigh(UsageTable& table, std::string_view model) const {
  for (const Activity& activity : all_) {
    const UsageProfile* const profile = find_by_id(catalog_.usage_profiles, activity.profile);
    if (profile == nullptr) continue;
    UsageEvent event;
    event.platform = "analytics";
    event.model = model;
    event.profile = profile->id;
    event.is_estimated = true;
    event.warnings[0] = "tokens_of_profile";
    for (const auto& [day, count] : activity.counts) {
      event.day = day;
      event.requests = count;
      event.input_tokens = profile->input_tokens() * count;
      event.output_tokens = profile->output_tokens() * count;
      if (Problem problem = table.add(event)) return problem;
    }
  }
  return std::nullopt;
}

bool is_analytics(const Value& value) {
  const Record* const members = value.record();
  return members != nullptr &&
         std::any_of(members->begin(), members->end(),
                     [](const Member& member) { return is_section(member.key); });
}

void read_analytics(const Value& value, Activities& activities, FileNotes& notes) {
  for (const Member& section : *value.record()) {
    if (is_section(section.key)) {
      read_section(section, activities, notes);
    } else {
      notes.skip("unknown_section", 1.0);
    }
  }
}

std::string_view section_of(const Catalog& catalog, std::string_view name) {
  if (find_profile(catalog, name) != nullptr) return kGenai;
  for (const Section& section : kSections) {
    const auto found = std::find(section.lists.begin(), section.lists.end(), name);
    if (!name.empty() && found != section.lists.end()) return section.name;
  }
  return {};
}

}  // namespace gramme
