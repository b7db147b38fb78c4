#include "importers/pack_vocabulary.hpp"

#include <algorithm>
#include <array>

#include "importers/part_finder.hpp"
#include "tokens/id_limits.hpp"
#include "tokens/vocabulary.hpp"

namespace gramme::importers {

using namespace tokens::file_layout;
using tokens::kSingleBytes;

namespace {

using Bytes = std::vector<std::uint8_t>;

void append_id(Bytes& stream, std::uint32_t id) {
  for (; id > 0x7F; id >>= 7) stream.push_back(static_cast<std::uint8_t>((id & 0x7F) | 0x80));
  stream.push_back(static_cast<std::uint8_t>(id));
}

void put_number(Bytes& file, std::size_t at, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i, value >>= 8) {
    file[at + i] = static_cast<std::uint8_t>(value & 0xFF);
  }
}

[[nodiscard]] Error unsupported(std::uint32_t rank, const char* message) {
  return fail(ErrorCode::vocabulary_unsupported, "/tokens/" + std::to_string(rank), message);
}

struct Streams {
  Bytes left;
  Bytes right;
};

/// A left part that is the token's own rank marks a rank without a token, one more a token that no
/// merge makes.
[[nodiscard]] Problem append_token(const RankedTokens& ranked, std::uint32_t rank,
                                   PartFinder& finder, Streams& streams) {
  const std::string_view token = ranked.tokens[rank];
  if (token.size() > tokens::kMaxTokenSize) return unsupported(rank, "The token is too long.");
  if (token.size() == 1) return unsupported(rank, "A single byte stands after the first 256.");
  const std::vector<std::size_t> no_parts;
  const std::vector<std::size_t>& sizes = token.empty() ? no_parts : finder.sizes_of_parts(rank);
  if (sizes.size() == 2) {
    const bool is_other = !ranked.left_sizes.empty() && ranked.left_sizes[rank] != sizes[0];
    if (is_other) return unsupported(rank, "The token is merged otherwise than its rank says.");
    append_id(streams.left, finder.rank_of(token.substr(0, sizes[0])));
    append_id(streams.right, finder.rank_of(token.substr(sizes[0])));
    return std::nullopt;
  }
  const bool is_whole = !token.empty() && ranked.finds_whole_pieces;
  append_id(streams.left, is_whole ? rank + 1 : rank);
  if (!is_whole) return std::nullopt;
  append_id(streams.right, static_cast<std::uint32_t>(token.size()));
  for (std::size_t i = 0; i < token.size(); ++i) {
    append_id(streams.right, finder.rank_of(token.substr(i, 1)));
  }
  return std::nullopt;
}

[[nodiscard]] Problem check_size(const RankedTokens& ranked) {
  if (ranked.tokens.size() < kSingleBytes || ranked.tokens.size() > tokens::kMaxTokens) {
    return fail(ErrorCode::vocabulary_unsupported, "/tokens",
                "A vocabulary has 256 to 262143 tokens.");
  }
  std::array<bool, kSingleBytes> has_byte{};
  for (std::uint32_t rank = 0; rank < kSingleBytes; ++rank) {
    const std::string& token = ranked.tokens[rank];
    if (token.size() != 1 || has_byte[static_cast<unsigned char>(token[0])]) {
      return unsupported(rank, "The first 256 tokens must be the single bytes, each once.");
    }
    has_byte[static_cast<unsigned char>(token[0])] = true;
  }
  return std::nullopt;
}

[[nodiscard]] Problem check_base(const RankedTokens& ranked, const Vocabulary& base) {
  for (std::uint32_t rank = 0; rank < base.size(); ++rank) {
    if (rank < ranked.tokens.size() && base.token_bytes().bytes_of(rank) == ranked.tokens[rank])
      continue;
    return fail(ErrorCode::out_of_range, "/base",
                "The base has another token of rank " + std::to_string(rank) + ".");
  }
  return std::nullopt;
}

[[nodiscard]] Bytes assemble(const RankedTokens& ranked, const Vocabulary* base,
                             const Streams& streams) {
  Bytes file(kHeaderSize);
  std::copy(kMagic.begin(), kMagic.end(), file.begin());
  file[kVersionAt] = kVersion;
  file[kPatternAt] = ranked.splitter->id;
  const unsigned composed = ranked.is_composed ? tokens::kIsComposedFlag : 0;
  const unsigned increment = base == nullptr ? 0 : tokens::kIsIncrementFlag;
  file[kFlagsAt] = static_cast<std::uint8_t>(composed | increment);
  put_number(file, kCountAt, ranked.tokens.size(), 4);
  put_number(file, kLeftSizeAt, streams.left.size(), 4);
  put_number(file, kRightSizeAt, streams.right.size(), 4);
  put_number(file, kFirstIdAt, ranked.first_id, 4);
  put_number(file, kBaseChecksumAt, base == nullptr ? 0 : base->checksum(), 8);
  for (std::size_t i = 0; i < kSingleBytes; ++i) {
    file.push_back(static_cast<std::uint8_t>(ranked.tokens[i][0]));
  }
  file.insert(file.end(), streams.left.begin(), streams.left.end());
  file.insert(file.end(), streams.right.begin(), streams.right.end());
  put_number(file, kChecksumAt, tokens::checksum_of(file), 8);
  return file;
}

}  // namespace

Result<Bytes> pack_vocabulary(const RankedTokens& ranked, const Vocabulary* base) {
  if (Problem problem = check_size(ranked)) return *std::move(problem);
  if (base != nullptr) {
    if (Problem problem = check_base(ranked, *base)) return *std::move(problem);
  }
  PartFinder finder(ranked.tokens);
  if (finder.has_twins()) {
    return fail(ErrorCode::vocabulary_corrupt, "/tokens", "Two tokens have the same bytes.");
  }
  Streams streams;
  const auto first = static_cast<std::uint32_t>(base == nullptr ? kSingleBytes : base->size());
  for (std::uint32_t rank = first; rank < ranked.tokens.size(); ++rank) {
    if (Problem problem = append_token(ranked, rank, finder, streams)) return *std::move(problem);
  }
  return assemble(ranked, base, streams);
}

}  // namespace gramme::importers
