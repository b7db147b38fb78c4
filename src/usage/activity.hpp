#pragma once

#include <map>
#include <string>
#include <vector>

#include "data/value.hpp"
#include "usage/file_notes.hpp"
#include "usage/moment.hpp"

namespace gramme {

/// How often something happened on each day, as a platform's own analytics tell it.
struct Activity {
  /// "genai", "session" or "content"; the list's name in it; what the file says of the section.
  std::string section;
  std::string name;
  std::string description;
  /// Id of the profile that its requests are weighed by; empty: not weighed.
  std::string profile;
  std::map<DayNumber, double> counts;
};

/// The activities of all files.
class Activities {
 public:
  explicit Activities(const Catalog& catalog) : catalog_(catalog) {}

  [[nodiscard]] Activity& find(std::string_view section, std::string_view name);
  /// A day that is told of twice counts once: as it came first.
  void add(Activity& activity, std::string_view date, double count, FileNotes& notes, double place);

  [[nodiscard]] const std::vector<Activity>& all() const { return all_; }
  /// Weighs them under a model's name, or none.
  /// Errors: those of UsageTable::add.
  [[nodiscard]] Problem weigh(UsageTable& table, std::string_view model) const;

 private:
  const Catalog& catalog_;
  std::vector<Activity> all_;
};

/// True for a document with one of the sections above.
[[nodiscard]] bool is_analytics(const Value& value);

/// Reads daily analytics: sections of lists of {date, count}, descriptions beside the lists.
void read_analytics(const Value& value, Activities& activities, FileNotes& notes);

/// Section of a list by its name, such as "genai" for "chatbots"; empty: not known.
[[nodiscard]] std::string_view section_of(const Catalog& catalog, std::string_view name);

}  // namespace gramme
