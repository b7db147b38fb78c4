#pragma once

#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/value.hpp"
#include "gramme/error.hpp"
#include "gramme/range.hpp"
#include "gramme/result.hpp"

namespace gramme {

/// How a place in a document is written: "/rows/3/site" (requests) or "models[3].name" (config).
enum class PathStyle { pointer, dotted };

/// A place in a document, linked to its parent; rendered only when something is wrong there.
struct Path {
  const Path* parent = nullptr;
  std::string_view key;
  int index = -1;

  [[nodiscard]] std::string render(PathStyle style) const;
};

/// Smallest and largest allowed number, both included.
struct Bounds {
  double low = -std::numeric_limits<double>::max();
  double high = std::numeric_limits<double>::max();
};

inline constexpr Bounds kCount{0.0, 1e12};
inline constexpr Bounds kPositive{std::numeric_limits<double>::min(), 1e18};
inline constexpr Bounds kShare{0.0, 1.0};

/// How long a list may be, and what is said of a longer one.
struct MostItems {
  std::size_t count;
  const char* message;
};

/// What one reading of a document has found wrong: the first problem only.
struct Reading {
  PathStyle style = PathStyle::pointer;
  Problem problem;

  void report(ErrorCode code, const Path& path, std::string message);
};

/// Checked access to the members of a record. After the first problem every answer is empty, so
/// that a loader reads as a plain list of its keys; ask `reading.problem` at the end.
class Fields {
 public:
  Fields(const Value& value, const Path& path, Reading& reading,
         std::span<const std::string_view> known_keys);
  Fields(const Value& value, const Path& path, Reading& reading,
         std::initializer_list<std::string_view> known_keys)
      : Fields(value, path, reading, std::span(known_keys.begin(), known_keys.size())) {}

  /// For records whose keys are data, such as named constants.
  Fields(const Value& value, const Path& path, Reading& reading);

  [[nodiscard]] std::string text(std::string_view key);
  [[nodiscard]] std::optional<std::string> optional_text(std::string_view key);
  [[nodiscard]] double number(std::string_view key, Bounds bounds);
  [[nodiscard]] std::optional<double> optional_number(std::string_view key, Bounds bounds);
  /// A number, or {low, central, high} in ascending order.
  [[nodiscard]] Range range(std::string_view key, Bounds bounds);
  [[nodiscard]] std::optional<Range> optional_range(std::string_view key, Bounds bounds);
  [[nodiscard]] bool flag_or(std::string_view key, bool otherwise);
  /// A list of texts; empty when the key is absent.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  /// The list of that key, or null (absent, or reported when it is no list).
  [[nodiscard]] const List* list(std::string_view key);
  /// Takes the entries of the list of that key one by one, up to the first problem; absent: none.
  template <typename Take>
  void each_item(std::string_view key, Take take) {
    const List* const items = list(key);
    const Path list_path = at(key);
    for (std::size_t i = 0; items != nullptr && i < items->size() && !reading_->problem; ++i) {
      take((*items)[i], Path{&list_path, {}, static_cast<int>(i)});
    }
  }
  /// The same; more than so many are too_large, and none of them is taken.
  template <typename Take>
  void each_item(std::string_view key, const MostItems& most, Take take) {
    const List* const items = list(key);
    if (items != nullptr && items->size() > most.count) {
      reading_->report(ErrorCode::too_large, at(key), most.message);
    }
    each_item(key, take);
  }
  /// The member when present and not null, or else an empty record, which lacks what is required.
  [[nodiscard]] const Value& find_or_empty(std::string_view key) const;
  /// The member when present and not null.
  [[nodiscard]] const Value* find(std::string_view key) const;
  [[nodiscard]] Path at(std::string_view key) const { return Path{&path_, key, -1}; }
  [[nodiscard]] Reading& reading() { return *reading_; }

 private:
  [[nodiscard]] const Value* require(std::string_view key);
  [[nodiscard]] double number_of(const Value& value, const Path& path, Bounds bounds);
  [[nodiscard]] Range range_of(const Value& value, const Path& path, Bounds bounds);

  const Value* value_;
  Path path_;
  Reading* reading_;
};

}  // namespace gramme
