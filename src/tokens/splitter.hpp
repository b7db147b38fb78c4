#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "gramme/tokens.hpp"

namespace gramme::tokens {

/// Where the piece that starts at `piece` ends. Preconditions: `piece` < `end`, well-formed UTF-8.
using EndOfPiece = const char* (*)(const char* piece, const char* end);

class OpenRun;

/// The same, and the run that goes on to `end`, for a text that grows.
using OpenPiece = const char* (*)(const char* piece, const char* end, OpenRun& run);

/// ASCII characters by whether a split pattern lets one of them stand before the letters of a word.
using WordPrefixes = std::array<bool, 256>;

/// ASCII characters by what they mean to the word before them (src/tokens/plain_word.hpp).
using WordEnds = std::array<std::uint8_t, 256>;

/// What a split pattern makes of plain ASCII words, so that most pieces need not its own function.
struct WordShape {
  const WordPrefixes* prefixes;
  const WordEnds* ends;
};

/// One way of cutting a text into the pieces that are merged on their own. More text at the end of
/// a text changes none of its pieces but the last two.
struct Splitter {
  SplitPattern pattern;
  /// Its number in vocabulary files.
  std::uint8_t id;
  std::string_view name;
  EndOfPiece end_of_piece;
  WordShape words;
  OpenPiece open_piece;
};

/// The splitter with this number; null when there is none.
[[nodiscard]] const Splitter* find_splitter(std::uint8_t id);

/// The splitter of this name; null when there is none.
[[nodiscard]] const Splitter* find_splitter(std::string_view name);

[[nodiscard]] const char* end_of_cl100k_piece(const char* piece, const char* end);
[[nodiscard]] const char* end_of_o200k_piece(const char* piece, const char* end);
[[nodiscard]] const char* end_of_p50k_piece(const char* piece, const char* end);
[[nodiscard]] const char* end_of_qwen_piece(const char* piece, const char* end);
[[nodiscard]] const char* end_of_deepseek_piece(const char* piece, const char* end);
[[nodiscard]] const char* end_of_tekken_piece(const char* piece, const char* end);

[[nodiscard]] const char* open_cl100k_piece(const char* piece, const char* end, OpenRun& run);
[[nodiscard]] const char* open_o200k_piece(const char* piece, const char* end, OpenRun& run);
[[nodiscard]] const char* open_p50k_piece(const char* piece, const char* end, OpenRun& run);
[[nodiscard]] const char* open_qwen_piece(const char* piece, const char* end, OpenRun& run);
[[nodiscard]] const char* open_deepseek_piece(const char* piece, const char* end, OpenRun& run);
[[nodiscard]] const char* open_tekken_piece(const char* piece, const char* end, OpenRun& run);

}  // namespace gramme::tokens
