#pragma once

#include <array>
#include <string_view>

#include "gramme/tokens.hpp"

namespace gramme {

/// In the order of TokenClass.
inline constexpr std::array<std::string_view, kTokenClassCount> kClassNames{
    "blank", "word",         "mixed_word",     "digits", "punctuation",
    "cjk",   "other_script", "accented_latin", "symbol"};

/// In the order of TextFeature.
inline constexpr std::array<std::string_view, kTextFeatureCount> kFeatureNames{
    "rarity", "prefix", "repeat", "more_digits",  "leading_digit", "blank_before_sign",
    "han",    "kana",   "hangul", "cased_letter", "letter",        "extended",
    "sign"};

}  // namespace gramme
