#include "api/fast_count.hpp"

#include <limits>

#include "api/counting.hpp"
#include "api/envelope.hpp"

namespace gramme {

namespace {

constexpr double kFailed = std::numeric_limits<double>::quiet_NaN();

/// Runs one fast call; what goes wrong is put aside as an envelope.
template <typename Function>
[[nodiscard]] Range answered(Core& core, Function function) noexcept {
  Range range{kFailed, kFailed, kFailed};
  std::string failure = failure_of([&]() -> Problem { return function(range); });
  if (!failure.empty()) core.problem = std::move(failure);
  return range;
}

struct Tokenizer {
  const Encoding* encoding = nullptr;
  TokenCounter* counter = nullptr;
};

/// A tokenizer's number is its encoding's place in the catalog, or after it among the caller's own.
[[nodiscard]] std::size_t number_of(const Core& core, const Encoding& encoding) {
  const std::vector<Encoding>& shipped = core.catalog->encodings;
  for (std::size_t i = 0; i < shipped.size(); ++i) {
    if (&shipped[i] == &encoding) return i;
  }
  std::size_t number = shipped.size();
  for (const Encoding& own : core.own_encodings) {
    if (&own == &encoding) break;
    ++number;
  }
  return number;
}

/// Null counter: not ready.
[[nodiscard]] Tokenizer find_tokenizer(Core& core, std::size_t number) {
  const std::size_t shipped = core.catalog->encodings.size();
  if (number >= shipped + core.own_encodings.size()) return {};
  const Encoding& encoding =
      number < shipped ? core.catalog->encodings[number] : core.own_encodings[number - shipped];
  const auto counter = core.counters.find(encoding.vocabulary);
  return {&encoding, counter == core.counters.end() ? nullptr : counter->second.get()};
}

}  // namespace

std::string tokenizer_call(Core& core, std::string_view request) noexcept {
  return enveloped([&]() -> Result<Value> {
    Result<Value> document = parse_json(request);
    if (!document) return document;
    const Result<Counting> counting = find_counting(core, *document);
    if (!counting) return counting.error();
    Record answer = describe_counting(*counting);
    const std::size_t number = number_of(core, *counting->encoding);
    answer.insert(answer.begin(), {"tokenizer", static_cast<double>(number)});
    return Value{std::move(answer)};
  });
}

Range count_fast(Core& core, std::size_t tokenizer, std::string_view utf8) noexcept {
  return answered(core, [&](Range& range) -> Problem {
    const Tokenizer found = find_tokenizer(core, tokenizer);
    if (found.counter == nullptr) {
      return fail(ErrorCode::vocabulary_missing, "/tokenizer", "ask for a tokenizer first");
    }
    if (Problem problem = check_text_size(utf8.size())) return problem;
    range = count_with(*found.encoding, *found.counter, utf8);
    return std::nullopt;
  });
}

}  // namespace gramme
