#include <string>

#include "tokens/merge.hpp"
#include "tokens/pieces.hpp"
#include "tokens/special_tokens.hpp"

namespace gramme {

namespace {

using Ids = std::vector<std::uint32_t>;

void append_encoded(const Vocabulary& vocabulary, std::string_view utf8, Ids& ids) {
  tokens::Merger merger(vocabulary);
  const std::uint32_t first_id = vocabulary.first_id();
  tokens::for_each_piece(vocabulary, utf8, [&](std::string_view piece) {
    merger.for_each_token(piece, [&](std::uint32_t rank) { ids.push_back(first_id + rank); });
  });
}

}  // namespace

Ids encode(const Vocabulary& vocabulary, std::string_view utf8) {
  Ids ids;
  append_encoded(vocabulary, utf8, ids);
  return ids;
}

Ids encode(const Vocabulary& vocabulary, const SpecialTokens& allowed, std::string_view utf8) {
  Ids ids;
  std::size_t at = 0;
  while (const auto special = tokens::find_special(allowed, utf8, at)) {
    append_encoded(vocabulary, utf8.substr(at, special->at - at), ids);
    ids.push_back(special->id);
    at = special->at + special->size;
  }
  append_encoded(vocabulary, utf8.substr(at), ids);
  return ids;
}

Result<std::string> decode(const Vocabulary& vocabulary, std::span<const std::uint32_t> ids) {
  return decode(vocabulary, SpecialTokens{}, ids);
}

Result<std::string> decode(const Vocabulary& vocabulary, const SpecialTokens& specials,
                           std::span<const std::uint32_t> ids) {
  std::string text;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    // An id below the first one wraps around, beyond any rank.
    const std::uint32_t rank = ids[i] - vocabulary.first_id();
    if (rank < vocabulary.size() && vocabulary.size_of(rank) != 0) {
      text.append(vocabulary.token_bytes().bytes_of(rank));
      continue;
    }
    const std::optional<std::string> special = tokens::text_of_special(specials, ids[i]);
    if (!special) {
      return fail(ErrorCode::out_of_range, "/ids/" + std::to_string(i),
                  "The vocabulary has no token with this id.");
    }
    text.append(*special);
  }
  return text;
}

}  // namespace gramme
