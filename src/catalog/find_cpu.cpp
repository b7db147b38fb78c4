#include <algorithm>
#include <array>

#include "catalog/lower_case.hpp"
#include "gramme/cpu.hpp"

namespace gramme {

namespace {

/// Words that some processors write around their name; none of them is part of it.
constexpr std::array<std::string_view, 5> kFillers{"cpu", "processor", "apu", "soc", "gen"};

void blank_out(std::string& text, std::string_view mark) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), mark.size(), ' ');
  }
}

/// "13th" of "13th gen".
bool is_ordinal(std::string_view word) {
  return word.front() >= '0' && word.front() <= '9' && word.ends_with("th");
}

bool is_filler(std::string_view word) {
  return word.empty() || word.ends_with("-core") || is_ordinal(word) ||
         std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

}  // namespace

std::string plain_cpu_name(std::string_view model) {
  std::string text = lower_case(model);
  for (const std::string_view mark : {"(r)", "(tm)", "\t"}) blank_out(text, mark);
  for (const std::string_view end : {"@", " with ", " w/"}) text = text.substr(0, text.find(end));
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    at = end + 1;
    if (is_filler(word)) continue;
    out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

const CpuGroup* find_cpu(const std::vector<CpuGroup>& groups, std::string_view model) {
  const std::string name = plain_cpu_name(model);
  if (name.empty()) return nullptr;
  for (const CpuGroup& group : groups) {
    if (std::find(group.names.begin(), group.names.end(), name) != group.names.end()) return &group;
  }
  return nullptr;
}

}  // namespace gramme
