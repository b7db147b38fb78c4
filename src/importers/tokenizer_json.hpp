#pragma once

#include "data/fields.hpp"
#include "importers/ranked_tokens.hpp"

namespace gramme::importers {

/// Reads what kind of tokenizer a tokenizer.json describes: how it normalises, cuts and merges.
/// Reports vocabulary_unsupported for all but byte-level byte-pair encoding with a known pattern.
void read_kind(const Value& document, Reading& reading, RankedTokens& out);

}  // namespace gramme::importers
