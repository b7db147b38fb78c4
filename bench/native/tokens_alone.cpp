// The token counter alone in WebAssembly, only to weigh its code: no catalog, methods or ledger.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "gramme/tokens.hpp"

namespace {

std::vector<std::uint8_t> input;
std::optional<gramme::TokenCounter> counter;

}  // namespace

extern "C" {

std::uint8_t* gramme_reserve(std::size_t bytes) {
  input.resize(bytes);
  return input.data();
}

int gramme_load(std::size_t bytes) {
  auto vocabulary = gramme::load_vocabulary({input.data(), bytes});
  if (!vocabulary) return 0;
  counter.emplace(*vocabulary);
  return 1;
}

double gramme_count(std::size_t bytes) {
  const std::string_view text(reinterpret_cast<const char*>(input.data()), bytes);
  return counter ? static_cast<double>(counter->count(text)) : -1.0;
}
}
