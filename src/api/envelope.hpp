#pragma once

#include <exception>
#include <new>
#include <string>

#include "data/value.hpp"
#include "gramme/estimate.hpp"
#include "gramme/result.hpp"
#include "json/json.hpp"
#include "json/json_writer.hpp"

namespace gramme {

[[nodiscard]] inline std::string error_text(const Error& error) {
  return write_json(Record{
      {"ok", false},
      {"error",
       Record{{"code", name_of(error.code)}, {"path", error.path}, {"message", error.message}}}});
}

/// Runs one call, which answers with a Problem; the envelope of what went wrong, empty when nothing
/// did. The last-resort catch of the whole core.
template <typename Function>
[[nodiscard]] std::string failure_of(Function function) noexcept {
  constexpr const char* kOutOfMemory =
      R"({"ok":false,"error":{"code":"too_large","path":"","message":"not enough memory"}})";
  try {
    const Problem problem = function();
    return problem ? error_text(*problem) : std::string{};
  } catch (const std::bad_alloc&) {
    return kOutOfMemory;
  } catch (const std::exception& problem) {
    return error_text(fail(ErrorCode::internal_error, "", problem.what()));
  } catch (...) {
    return error_text(fail(ErrorCode::internal_error, "", "an unknown failure"));
  }
}

inline constexpr std::size_t kUsualAnswerBytes = 4000;

/// Runs one call, which writes one value, and wraps what it wrote.
template <typename Write>
[[nodiscard]] std::string enveloped_writing(Write write) noexcept {
  std::string answer;
  std::string failure = failure_of([&]() -> Problem {
    answer.reserve(kUsualAnswerBytes);
    answer = R"({"ok":true,"value":)";
    JsonWriter out(answer);
    Problem problem = write(out);
    answer += '}';
    return problem;
  });
  return failure.empty() ? answer : failure;
}

/// Runs one call and wraps its answer.
template <typename Function>
[[nodiscard]] std::string enveloped(Function function) noexcept {
  return enveloped_writing([&](JsonWriter& out) -> Problem {
    const Result<Value> result = function();
    if (!result) return result.error();
    out.value(*result);
    return std::nullopt;
  });
}

}  // namespace gramme
