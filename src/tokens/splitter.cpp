#include "tokens/splitter.hpp"

#include <array>

#include "tokens/plain_word.hpp"

namespace gramme::tokens {
namespace {

constexpr std::array kSplitters{
    Splitter{SplitPattern::cl100k,
             0,
             "cl100k",
             end_of_cl100k_piece,
             {&kAnyPrefix, &kNoLetterEnds},
             open_cl100k_piece},
    Splitter{SplitPattern::o200k,
             1,
             "o200k",
             end_of_o200k_piece,
             {&kAnyPrefix, &kCapitalEnds},
             open_o200k_piece},
    Splitter{SplitPattern::p50k,
             2,
             "p50k",
             end_of_p50k_piece,
             {&kBlankPrefix, &kNoLetterEnds},
             open_p50k_piece},
    Splitter{SplitPattern::qwen,
             3,
             "qwen",
             end_of_qwen_piece,
             {&kAnyPrefix, &kNoLetterEnds},
             open_qwen_piece},
    Splitter{SplitPattern::deepseek,
             4,
             "deepseek",
             end_of_deepseek_piece,
             {&kAnyPrefix, &kNoLetterEnds},
             open_deepseek_piece},
    Splitter{SplitPattern::tekken,
             5,
             "tekken",
             end_of_tekken_piece,
             {&kAnyPrefix, &kCapitalEnds},
             open_tekken_piece},
};

}  // namespace

const Splitter* find_splitter(std::uint8_t id) {
  for (const Splitter& splitter : kSplitters) {
    if (splitter.id == id) return &splitter;
  }
  return nullptr;
}

const Splitter* find_splitter(std::string_view name) {
  for (const Splitter& splitter : kSplitters) {
    if (splitter.name == name) return &splitter;
  }
  return nullptr;
}

}  // namespace gramme::tokens
