#pragma once

#include <cstdint>
#include <vector>

#include "gramme/result.hpp"
#include "importers/ranked_tokens.hpp"

namespace gramme {
class Vocabulary;
}

namespace gramme::importers {

/// Writes a packed vocabulary (docs/data.md#vocabulary-files): whole, or as what it adds to a base
/// that has the same first tokens.
/// Errors: vocabulary_unsupported (the first 256 tokens are not the single bytes, a token is too
/// long or merged otherwise than its file says, too many tokens), out_of_range (at `/base`: the
/// base has other tokens).
[[nodiscard]] Result<std::vector<std::uint8_t>> pack_vocabulary(const RankedTokens& ranked,
                                                                const Vocabulary* base);

}  // namespace gramme::importers
