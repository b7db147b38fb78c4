// Mistral's tekken.json: the special tokens come first, then the vocabulary by rank, of which only
// a first part is used.
#include "data/fields.hpp"
#include "importers/base64.hpp"
#include "importers/import.hpp"
#include "importers/patterns.hpp"
#include "importers/read_specials.hpp"

namespace gramme::importers {
namespace {

/// Newer files name their special tokens.
constexpr SpecialNames kSpecialNames{"special_tokens", "rank", "token_str"};

struct Config {
  std::string pattern;
  std::uint32_t vocabulary_size = 0;
  std::uint32_t special_tokens = 0;
};

[[nodiscard]] Config read_config(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading);
  return {
      .pattern = fields.text("pattern"),
      .vocabulary_size = static_cast<std::uint32_t>(fields.number("default_vocab_size", kIdBounds)),
      .special_tokens =
          static_cast<std::uint32_t>(fields.number("default_num_special_tokens", kIdBounds))};
}

/// The tokens of the list that are used, by rank.
void read_tokens(const List& entries, std::size_t count, Reading& reading, RankedTokens& out) {
  const Path list_path{nullptr, "vocab", -1};
  out.tokens.resize(count);
  for (std::size_t i = 0; i < entries.size() && !reading.problem; ++i) {
    const Path path{&list_path, {}, static_cast<int>(i)};
    Fields fields(entries[i], path, reading);
    const auto rank = static_cast<std::size_t>(fields.number("rank", kIdBounds));
    std::optional<std::string> bytes = decode_base64(fields.text("token_bytes"));
    if (reading.problem || rank >= count) continue;
    if (!bytes || !out.tokens[rank].empty()) {
      reading.report(ErrorCode::vocabulary_corrupt, path,
                     "a token has its bytes in base64, and a rank of its own");
      return;
    }
    out.tokens[rank] = *std::move(bytes);
  }
}

}  // namespace

Result<RankedTokens> read_tekken(const Value& document) {
  Reading reading;
  Fields fields(document, Path{}, reading);
  const Config config = read_config(*document.find("config"), fields.at("config"), reading);
  const List* const entries = fields.list("vocab");
  const List* const specials = fields.list(kSpecialNames.list);
  if (reading.problem) return *reading.problem;
  RankedTokens out;
  out.first_id = config.special_tokens;
  out.splitter = splitter_of_regex(config.pattern);
  if (out.splitter == nullptr) {
    return fail(ErrorCode::vocabulary_unsupported, "/config/pattern",
                "Texts are cut by a regular expression that is not known here.");
  }
  if (entries == nullptr || config.vocabulary_size < config.special_tokens) {
    return fail(ErrorCode::vocabulary_corrupt, "/vocab", "The vocabulary is missing.");
  }
  read_tokens(*entries, config.vocabulary_size - config.special_tokens, reading, out);
  read_specials(specials, kSpecialNames, reading, out);
  if (reading.problem) return *reading.problem;
  return out;
}

}  // namespace gramme::importers
