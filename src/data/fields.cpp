#include "data/fields.hpp"

#include <algorithm>
#include <cmath>

namespace gramme {

namespace {

constexpr std::size_t kLongestQuotedKey = 60;

std::string escaped(std::string_view key) {
  std::string out;
  for (const char letter : key.substr(0, kLongestQuotedKey)) {
    if (letter == '~') {
      out += "~0";
    } else if (letter == '/') {
      out += "~1";
    } else {
      out += letter;
    }
  }
  return out;
}

std::string short_number(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) {
    return std::to_string(static_cast<long long>(value));
  }
  return std::to_string(value);
}

}  // namespace

std::string Path::render(PathStyle style) const {
  std::string out = parent == nullptr ? std::string{} : parent->render(style);
  if (index >= 0) {
    const std::string digits = std::to_string(index);
    return style == PathStyle::pointer ? out + "/" + digits : out + "[" + digits + "]";
  }
  if (key.empty()) return out;
  if (style == PathStyle::pointer) return out + "/" + escaped(key);
  return out.empty() ? escaped(key) : out + "." + escaped(key);
}

void Reading::report(ErrorCode code, const Path& path, std::string message) {
  if (!problem) problem = fail(code, path.render(style), std::move(message));
}

Fields::Fields(const Value& value, const Path& path, Reading& reading)
    : value_(&value), path_(path), reading_(&reading) {
  if (value.record() == nullptr) {
    reading.report(ErrorCode::invalid_type, path, "a record with named values is expected here");
  }
}

Fields::Fields(const Value& value, const Path& path, Reading& reading,
               std::span<const std::string_view> known_keys)
    : Fields(value, path, reading) {
  const Record* members = value.record();
  if (members == nullptr) return;
  for (const Member& member : *members) {
    if (std::find(known_keys.begin(), known_keys.end(), member.key) != known_keys.end()) continue;
    reading.report(ErrorCode::unknown_key, at(member.key), "this key is not known here");
  }
}

const Value* Fields::find(std::string_view key) const {
  const Value* found = value_->find(key);
  return found == nullptr || found->is_null() ? nullptr : found;
}

const Value* Fields::require(std::string_view key) {
  const Value* found = find(key);
  if (found == nullptr) reading_->report(ErrorCode::missing_key, at(key), "this value is required");
  return found;
}

std::optional<std::string> Fields::optional_text(std::string_view key) {
  const Value* found = find(key);
  if (found == nullptr) return std::nullopt;
  if (found->text() != nullptr) return *found->text();
  reading_->report(ErrorCode::invalid_type, at(key), "a text is expected here");
  return std::nullopt;
}

std::string Fields::text(std::string_view key) {
  if (require(key) == nullptr) return {};
  return optional_text(key).value_or(std::string{});
}

double Fields::number_of(const Value& value, const Path& path, Bounds bounds) {
  if (value.number() == nullptr) {
    reading_->report(ErrorCode::invalid_type, path, "a number is expected here");
    return bounds.low;
  }
  const double number = *value.number();
  if (!(number >= bounds.low && number <= bounds.high)) {
    reading_->report(ErrorCode::out_of_range, path,
                     short_number(number) + " is outside the allowed range");
    return bounds.low;
  }
  return number;
}

double Fields::number(std::string_view key, Bounds bounds) {
  const Value* found = require(key);
  return found == nullptr ? bounds.low : number_of(*found, at(key), bounds);
}

std::optional<double> Fields::optional_number(std::string_view key, Bounds bounds) {
  const Value* found = find(key);
  if (found == nullptr) return std::nullopt;
  return number_of(*found, at(key), bounds);
}

Range Fields::range_of(const Value& value, const Path& path, Bounds bounds) {
  if (value.record() == nullptr) return exactly(number_of(value, path, bounds));
  Fields parts(value, path, *reading_, {"low", "central", "high"});
  const Range range{parts.number("low", bounds), parts.number("central", bounds),
                    parts.number("high", bounds)};
  if (!is_ordered(range)) {
    reading_->report(ErrorCode::out_of_range, path, "low, central and high must ascend");
  }
  return range;
}

Range Fields::range(std::string_view key, Bounds bounds) {
  const Value* found = require(key);
  return found == nullptr ? exactly(bounds.low) : range_of(*found, at(key), bounds);
}

std::optional<Range> Fields::optional_range(std::string_view key, Bounds bounds) {
  const Value* found = find(key);
  if (found == nullptr) return std::nullopt;
  return range_of(*found, at(key), bounds);
}

bool Fields::flag_or(std::string_view key, bool otherwise) {
  const Value* found = find(key);
  if (found == nullptr) return otherwise;
  if (found->flag() != nullptr) return *found->flag();
  reading_->report(ErrorCode::invalid_type, at(key), "true or false is expected here");
  return otherwise;
}

const List* Fields::list(std::string_view key) {
  const Value* found = find(key);
  if (found == nullptr) return nullptr;
  if (found->list() == nullptr) {
    reading_->report(ErrorCode::invalid_type, at(key), "a list is expected here");
  }
  return found->list();
}

const Value& Fields::find_or_empty(std::string_view key) const {
  static const Value kNothing{Record{}};
  const Value* found = find(key);
  return found == nullptr ? kNothing : *found;
}

std::vector<std::string> Fields::texts(std::string_view key) {
  std::vector<std::string> out;
  const List* items = list(key);
  if (items == nullptr) return out;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const Path list_path = at(key);
    if ((*items)[i].text() == nullptr) {
      reading_->report(ErrorCode::invalid_type, Path{&list_path, {}, static_cast<int>(i)},
                       "a text is expected here");
      return {};
    }
    out.push_back(*(*items)[i].text());
  }
  return out;
}

}  // namespace gramme
