#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gramme::importers {

/// The bytes that a text stands for in which each letter is a byte, as GPT-2 wrote its vocabulary:
/// printable Latin-1 for itself, the others from U+0100 on. Nothing when a letter is none of them.
[[nodiscard]] std::optional<std::string> bytes_of_letters(std::string_view letters);

}  // namespace gramme::importers
