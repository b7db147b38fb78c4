#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "gramme/tokens.hpp"

namespace gramme::tokens {

/// A special token within a text.
struct FoundSpecial {
  std::size_t at = 0;
  std::size_t size = 0;
  std::uint32_t id = 0;
};

/// The first special token at or after `from`; of several at one place the longest.
[[nodiscard]] std::optional<FoundSpecial> find_special(const SpecialTokens& specials,
                                                       std::string_view text, std::size_t from);

/// The id of the special token that is exactly this text.
[[nodiscard]] std::optional<std::uint32_t> id_of_special(const SpecialTokens& specials,
                                                         std::string_view text);

/// The text of a special token; where an id has several, that of the first named.
[[nodiscard]] std::optional<std::string> text_of_special(const SpecialTokens& specials,
                                                         std::uint32_t id);

}  // namespace gramme::tokens
