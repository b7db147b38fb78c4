#include "catalog/model_name.hpp"

namespace gramme {

namespace {

constexpr std::size_t kLongestName = 200;

}  // namespace

std::string simplified_name(std::string_view name) {
  std::string out;
  for (const char letter : name.substr(0, kLongestName)) {
    const bool is_upper = letter >= 'A' && letter <= 'Z';
    const char lower = is_upper ? static_cast<char>(letter - 'A' + 'a') : letter;
    const bool is_kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (is_kept) {
      out += lower;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::string simplified_prefix(std::string_view prefix) {
  std::string out = simplified_name(prefix);
  if (!out.empty() && prefix.back() == '-') out += '-';
  return out;
}

}  // namespace gramme
