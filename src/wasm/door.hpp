#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/call.hpp"

namespace gramme::door {

/// The core of this module: the small or the full one, by which of the two files is linked.
[[nodiscard]] Core make();

inline Core& core() {
  static Core instance = make();
  return instance;
}

/// Bytes handed over by the script side; grows to the largest text, shrinks after large ones.
inline std::vector<char>& input() {
  static std::vector<char> buffer;
  return buffer;
}

[[nodiscard]] inline std::string_view input_text(unsigned bytes) {
  return {input().data(), std::min<std::size_t>(bytes, input().size())};
}

inline void release_large_input() {
  constexpr std::size_t kKeptBytes = 1U << 18U;
  if (input().size() > kKeptBytes) std::vector<char>().swap(input());
}

/// Works on the text that was handed over, then gives its memory back if it is large.
template <typename Work>
[[nodiscard]] std::string on_input(unsigned bytes, Work work) {
  std::string answered = work(input_text(bytes));
  release_large_input();
  return answered;
}

}  // namespace gramme::door
