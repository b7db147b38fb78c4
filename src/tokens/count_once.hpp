#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "gramme/result.hpp"

namespace gramme::tokens {

/// What count_tokens answers, straight from a vocabulary's file: each of its merges is tried on the
/// text while it is read, and no tables are made. For one short text that is many times faster than
/// loading the vocabulary, for a long one slower.
/// Errors: vocabulary_corrupt; vocabulary_missing for an increment, whose base is needed too.
[[nodiscard]] Result<std::size_t> count_once(std::span<const std::uint8_t> file,
                                             std::string_view utf8);

}  // namespace gramme::tokens
