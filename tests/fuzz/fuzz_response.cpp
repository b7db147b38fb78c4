// Any line of a log: what is told of a request lies in the line, and its tokens are numbers that go
// together.
#include <cmath>

#include "fuzz.hpp"
#include "usage/response.hpp"

namespace {

/// Empty views may lie anywhere.
bool lies_in(std::string_view part, std::string_view line) {
  return part.empty() ||
         (part.data() >= line.data() && part.data() + part.size() <= line.data() + line.size());
}

bool is_count(double number) { return std::isfinite(number) && number >= 0.0; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using gramme::fuzz::require;
  const std::vector<char> bytes = gramme::fuzz::exact_copy(data, size);
  const std::string_view line(bytes.data(), bytes.size());
  const gramme::Response response = gramme::read_response(line, gramme::Calendar{});
  require(lies_in(response.model, line) && lies_in(response.id, line));
  if (response.state != gramme::ResponseState::usage) return 0;
  const gramme::ReportedTokens& tokens = response.tokens;
  require(is_count(tokens.input) && is_count(tokens.output));
  require(is_count(tokens.cached) && tokens.cached <= tokens.input);
  require(is_count(tokens.reasoning));
  return 0;
}
