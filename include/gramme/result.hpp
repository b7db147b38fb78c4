#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "gramme/error.hpp"

namespace gramme {

/// A value or the error that prevented it. Used where text, bytes or ids enter the core.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool is_ok() const { return state_.index() == 0; }
  explicit operator bool() const { return is_ok(); }

  /// The value. Precondition: is_ok().
  [[nodiscard]] const T& value() const& { return *std::get_if<0>(&state_); }
  [[nodiscard]] T& value() & { return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  /// The error. Precondition: !is_ok().
  [[nodiscard]] const Error& error() const { return *std::get_if<1>(&state_); }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

 private:
  std::variant<T, Error> state_;
};

/// Shorthand for the error side of a Result.
[[nodiscard]] inline Error fail(ErrorCode code, std::string path, std::string message) {
  return Error{code, std::move(path), std::move(message)};
}

/// A check without a value: empty when all is well.
using Problem = std::optional<Error>;

}  // namespace gramme
