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
};

}  // namespace

const Splitter* find_splitter(std::uint8_t id) {
  for (const Splitter& splitter : kSplitters) {
    if (splitter.id == id) return &splitter;
  }
  return nullptr;
}

}  // namespace gramme::tokens
