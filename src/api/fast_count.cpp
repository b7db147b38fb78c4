#include "api/fast_count.hpp"

#include <limits>

#include "api/counting.hpp"
#include "api/envelope.hpp"

namespace gramme {

namespace {

constexpr double kFailed = std::numeric_limits<double>::quiet_NaN();
constexpr Range kFailure{kFailed, kFailed, kFailed};

/// Runs one fast call; what goes wrong is put aside as an envelope.
template <typename Function>
[[nodiscard]] Range answered(Core& core, Function function) noexcept {
  Range range = kFailure;
  std::string failure = failure_of([&]() -> Problem { return function(range); });
  if (!failure.empty()) core.problem = std::move(failure);
  return range;
}

struct Tokenizer {
  const Encoding* encoding = nullptr;
  std::shared_ptr<TokenCounter> counter;
};

/// A tokenizer's number is its encoding's place in the catalog, or after it among the caller's own.
[[nodiscard]] std::size_t number_of(const Core& core, const Encoding& encoding) {
  const std::vector<Encoding>& shipped = core.catalog.encodings();
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
  const std::size_t shipped = core.catalog.encodings().size();
  if (number >= shipped + core.own_encodings.size()) return {};
  const Encoding& encoding =
      number < shipped ? core.catalog.encodings()[number] : core.own_encodings[number - shipped];
  const auto counter = core.counters.find(encoding.vocabulary);
  return {&encoding, counter == core.counters.end() ? nullptr : counter->second};
}

[[nodiscard]] Error not_asked_for() {
  return fail(ErrorCode::vocabulary_missing, "/tokenizer", "ask for a tokenizer first");
}

/// Puts what is being caught aside. Apart, so that the ways it may go are not part of each caller.
[[gnu::noinline]] Range fail_with_caught(Core& core) noexcept {
  core.problem = failure_of([]() -> Problem { throw; });
  return kFailure;
}

[[gnu::noinline]] Range refuse(Core& core, const Streams::Open* open) noexcept {
  core.problem = failure_of([&]() -> Problem { return Streams::refusal_of(open); });
  return kFailure;
}

/// The tokens of a stream after a change of its text; nothing but a failure is put into words.
template <typename Change>
[[nodiscard]] Range changed(Core& core, Streams::Open& open, Change change) noexcept {
  try {
    const std::size_t before = open.stream.bytes();
    change(open.stream);
    core.streams.note_size(open, before);
    return open.stream.tokens();
  } catch (...) {
    return fail_with_caught(core);
  }
}

/// The same where the change adds so many bytes at most.
template <typename Change>
[[nodiscard]] Range grown(Core& core, StreamNumber stream, std::size_t bytes,
                          Change change) noexcept {
  Streams::Open* const open = core.streams.find(stream);
  if (core.streams.may_grow(open, bytes)) return changed(core, *open, change);
  return refuse(core, open);
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
    if (found.counter == nullptr) return not_asked_for();
    if (Problem problem = check_text_size(utf8.size())) return problem;
    range = count_with(*found.encoding, *found.counter, utf8);
    return std::nullopt;
  });
}

double count_many_fast(Core& core, std::size_t tokenizer, std::string_view utf8,
                       std::span<Range> counts) noexcept {
  std::size_t counted = 0;
  const Range last = answered(core, [&](Range& range) -> Problem {
    const Tokenizer found = find_tokenizer(core, tokenizer);
    if (found.counter == nullptr) return not_asked_for();
    if (Problem problem = check_text_size(utf8.size())) return problem;
    for (std::size_t end = utf8.find('\0');
         end != std::string_view::npos && counted < counts.size(); end = utf8.find('\0')) {
      counts[counted++] = count_with(*found.encoding, *found.counter, utf8.substr(0, end));
      utf8.remove_prefix(end + 1);
    }
    range = exactly(static_cast<double>(counted));
    return std::nullopt;
  });
  return last.central;
}

double open_stream(Core& core, std::size_t tokenizer) noexcept {
  double number = 0.0;
  static_cast<void>(answered(core, [&](Range& /*range*/) -> Problem {
    const Tokenizer found = find_tokenizer(core, tokenizer);
    if (found.counter == nullptr) return not_asked_for();
    const Result<StreamNumber> opened = core.streams.open(*found.encoding, found.counter);
    if (!opened) return opened.error();
    number = static_cast<double>(*opened);
    return std::nullopt;
  }));
  return number;
}

Range append_utf8(Core& core, StreamNumber stream, std::string_view utf8) noexcept {
  // A byte that is no character becomes three.
  return grown(core, stream, 3 * utf8.size(), [&](TokenStream& text) { text.append(utf8); });
}

Range append_utf16(Core& core, StreamNumber stream, std::u16string_view units) noexcept {
  return grown(core, stream, 3 * units.size(), [&](TokenStream& text) { text.append(units); });
}

Range truncate_stream(Core& core, StreamNumber stream, std::size_t units) noexcept {
  return grown(core, stream, 0, [&](TokenStream& text) { text.truncate(units); });
}

Range finish_stream(Core& core, StreamNumber stream) noexcept {
  Streams::Open* const open = core.streams.find(stream);
  if (open == nullptr) return refuse(core, open);
  open->is_finished = true;
  return changed(core, *open, [](TokenStream& text) { text.finish(); });
}

void close_stream(Core& core, StreamNumber stream) noexcept { core.streams.close(stream); }

}  // namespace gramme
