#include "tokens/merge.hpp"
#include "tokens/pieces.hpp"

namespace gramme {

std::size_t count_tokens(const Vocabulary& vocabulary, std::string_view utf8) {
  tokens::Merger merger(vocabulary);
  std::size_t count = 0;
  tokens::for_each_piece(vocabulary, utf8, [&](std::string_view piece) {
    const bool is_token = vocabulary.find(piece) != tokens::kNoToken;
    count += is_token ? 1 : merger.merge(piece).size();
  });
  return count;
}

}  // namespace gramme
