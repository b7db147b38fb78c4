#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "data/value.hpp"
#include "gramme/result.hpp"

namespace gramme {

/// Caps checked while reading, before anything is built beyond them.
inline constexpr std::size_t kLargestDocumentBytes = 16U << 20U;
inline constexpr std::size_t kDeepestDocument = 32;
/// Keys are compared with all earlier ones of their record, so their number is capped.
inline constexpr std::size_t kMostMembers = 4096;

/// Caps of one reading, for documents that are large by nature.
struct JsonLimits {
  std::size_t bytes = kLargestDocumentBytes;
  std::size_t members = kMostMembers;
};

/// Reads one JSON document.
/// Errors: invalid_json, too_large (over the limits), too_deep (over kDeepestDocument).
[[nodiscard]] Result<Value> parse_json(std::string_view text, JsonLimits limits = {});

/// Writes a document as compact JSON; numbers in the shortest form that reads back the same.
[[nodiscard]] std::string write_json(const Value& value);

}  // namespace gramme
