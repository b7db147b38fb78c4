#pragma once

#include <string_view>

#include "data/value.hpp"
#include "gramme/result.hpp"
#include "importers/ranked_tokens.hpp"

namespace gramme::importers {

/// Largest file that is read.
inline constexpr std::size_t kLargestFileBytes = 32U << 20U;

/// Reads the vocabulary of another program; its format is told by its content: `.tiktoken`,
/// `tokenizer.json` (byte-level BPE) or Mistral's `tekken.json`. `pattern` names the splitter of a
/// `.tiktoken` file, which does not say it; the others say it themselves.
/// Errors: missing_key (/pattern), out_of_range (/pattern), too_large, vocabulary_corrupt,
/// vocabulary_unsupported, invalid_json.
[[nodiscard]] Result<RankedTokens> import_vocabulary(std::string_view file,
                                                     std::string_view pattern);

// One file each.
[[nodiscard]] Result<RankedTokens> read_tiktoken(std::string_view file, std::string_view pattern);
[[nodiscard]] Result<RankedTokens> read_tokenizer_json(const Value& document);
[[nodiscard]] Result<RankedTokens> read_tekken(const Value& document);

}  // namespace gramme::importers
