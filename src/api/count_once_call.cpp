// One text, counted from a vocabulary's file that is not kept.
#include "tokens/count_once.hpp"

#include "api/call.hpp"
#include "api/counting.hpp"
#include "api/envelope.hpp"

namespace gramme {

namespace {

/// Longer texts are counted faster with the vocabulary's tables.
constexpr std::size_t kShortText = 16U << 10U;

Result<Range> count_from_file(const Encoding& encoding, std::span<const std::uint8_t> file,
                              std::string_view utf8) {
  if (!encoding.estimator && utf8.size() <= kShortText) {
    const Result<std::size_t> tokens = tokens::count_once(file, utf8);
    if (!tokens) return tokens.error();
    return exactly(static_cast<double>(*tokens));
  }
  auto vocabulary = load_vocabulary(file);
  if (!vocabulary) return vocabulary.error();
  TokenCounter counter(*std::move(vocabulary));
  return count_with(encoding, counter, utf8);
}

}  // namespace

std::string count_once_call(const Core& core, std::string_view request_text,
                            CountedOnce given) noexcept {
  return enveloped([&]() -> Result<Value> {
    Result<Value> request = parse_json(request_text);
    if (!request) return request;
    if (Problem problem = check_text_size(given.utf8.size())) return *std::move(problem);
    const Result<Counting> counting = find_encoding_of(core, *request);
    if (!counting) return counting.error();
    const Result<Range> tokens =
        count_from_file(*counting->encoding, bytes_of(given.vocabulary), given.utf8);
    if (!tokens) return tokens.error();
    return describe_count(*counting, *tokens);
  });
}

}  // namespace gramme
