#include "api/call.hpp"
#include "api/counting.hpp"
#include "api/envelope.hpp"

namespace gramme {

namespace {

Result<Value> count(Core& core, std::string_view request_text, std::string_view utf8) {
  Result<Value> request = parse_json(request_text);
  if (!request) return request;
  if (Problem problem = check_text_size(utf8.size())) return *std::move(problem);
  const Result<Counting> counting = find_counting(core, *request);
  if (!counting) return counting.error();
  return describe_count(*counting, count_with(*counting->encoding, *counting->counter, utf8));
}

}  // namespace

std::string count_call(Core& core, std::string_view request, std::string_view utf8) noexcept {
  return enveloped([&] { return count(core, request, utf8); });
}

}  // namespace gramme
