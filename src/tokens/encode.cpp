#include <string>

#include "tokens/merge.hpp"
#include "tokens/pieces.hpp"

namespace gramme {

std::vector<std::uint32_t> encode(const Vocabulary& vocabulary, std::string_view utf8) {
  tokens::Merger merger(vocabulary);
  std::vector<std::uint32_t> ids;
  tokens::for_each_piece(vocabulary, utf8, [&](std::string_view piece) {
    const std::uint32_t whole = vocabulary.find(piece);
    if (whole != tokens::kNoToken) {
      ids.push_back(whole);
      return;
    }
    const std::span<const std::uint32_t> merged = merger.merge(piece);
    ids.insert(ids.end(), merged.begin(), merged.end());
  });
  return ids;
}

Result<std::string> decode(const Vocabulary& vocabulary, std::span<const std::uint32_t> ids) {
  std::string text;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] >= vocabulary.size() || vocabulary.size_of(ids[i]) == 0) {
      return fail(ErrorCode::out_of_range, "/ids/" + std::to_string(i),
                  "The vocabulary has no token with this id.");
    }
    text.append(vocabulary.bytes_of(ids[i]));
  }
  return text;
}

}  // namespace gramme
