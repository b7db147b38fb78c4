// One line per token: its bytes in base64, a blank, its rank.
#include <charconv>
#include <optional>

#include "importers/base64.hpp"
#include "importers/import.hpp"
#include "importers/patterns.hpp"
#include "tokens/id_limits.hpp"

namespace gramme::importers {
namespace {

struct Line {
  std::string bytes;
  std::uint32_t rank = 0;
};

[[nodiscard]] std::optional<Line> read_line(std::string_view line) {
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  std::optional<std::string> bytes = decode_base64(line.substr(0, blank));
  const std::string_view number = line.substr(blank + 1);
  std::uint32_t rank = 0;
  const char* const end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, rank);
  if (!bytes || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return Line{*std::move(bytes), rank};
}

/// Takes the first line off the text, without its end.
[[nodiscard]] std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

}  // namespace

Result<RankedTokens> read_tiktoken(std::string_view file, std::string_view pattern) {
  if (pattern.empty()) {
    return fail(ErrorCode::missing_key, "/pattern",
                "a .tiktoken file does not say how texts are cut: name its pattern");
  }
  const Result<const tokens::Splitter*> splitter = splitter_named(pattern);
  if (!splitter) return splitter.error();
  RankedTokens out;
  out.splitter = *splitter;
  for (std::size_t number = 1; !file.empty(); ++number) {
    const std::string_view text = take_line(file);
    if (text.empty()) continue;
    std::optional<Line> line = read_line(text);
    const bool is_right = line && line->rank < tokens::kMaxTokens &&
                          (line->rank >= out.tokens.size() || out.tokens[line->rank].empty());
    if (!is_right) {
      return fail(ErrorCode::vocabulary_corrupt, "/lines/" + std::to_string(number),
                  "A line holds base64, a blank and a rank of its own.");
    }
    if (out.tokens.size() <= line->rank) out.tokens.resize(std::size_t{line->rank} + 1);
    out.tokens[line->rank] = std::move(line->bytes);
  }
  return out;
}

}  // namespace gramme::importers
