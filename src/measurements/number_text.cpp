#include "measurements/number_text.hpp"

#include <cmath>
#include <cstdlib>
#include <string>

namespace gramme {

std::optional<double> number_in(std::string_view text) {
  constexpr std::size_t kLongestNumber = 40;
  constexpr std::string_view kCharacters = "0123456789+-.eE";
  const bool is_number = !text.empty() && text.size() <= kLongestNumber &&
                         text.find_first_not_of(kCharacters) == std::string_view::npos;
  if (!is_number) return std::nullopt;
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  const bool is_whole = end == copy.c_str() + copy.size();
  return is_whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace gramme
