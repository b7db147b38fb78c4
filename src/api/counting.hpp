#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/call.hpp"
#include "data/fields.hpp"
#include "gramme/estimate.hpp"

namespace gramme {

/// Texts of more bytes are refused.
inline constexpr std::size_t kLargestText = 64U << 20U;

[[nodiscard]] inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// What a request asks to count with.
struct Counting {
  const Encoding* encoding = nullptr;
  std::shared_ptr<TokenCounter> counter;
  /// Empty when an encoding was named.
  std::string model_id;
  std::vector<Warning> warnings;
};

/// Reads {"encoding"} or {"model", "site"?}.
/// Errors: those of a request, unknown_encoding, vocabulary_missing.
[[nodiscard]] Result<Counting> find_counting(const Core& core, const Value& request);

/// The same without a counter: its vocabulary need not be there.
[[nodiscard]] Result<Counting> find_encoding_of(const Core& core, const Value& request);

/// The same, of a request that has other keys too.
[[nodiscard]] Result<Counting> find_counting(const Core& core, Fields& fields);

/// Errors: too_large.
[[nodiscard]] Problem check_text_size(std::size_t bytes);

/// Tokens of the text: exact, or as a range.
[[nodiscard]] Range count_with(const Encoding& encoding, TokenCounter& counter,
                               std::string_view utf8);

/// The answer of a count.
[[nodiscard]] Value describe_count(const Counting& counting, const Range& tokens);

/// What every answer says of its count, as members of a record.
[[nodiscard]] Record describe_counting(const Counting& counting);

}  // namespace gramme
