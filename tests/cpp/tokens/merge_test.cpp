#include "tokens/merge.hpp"

#include <algorithm>
#include <string>

#include "catch.hpp"
#include "tokens/small_vocabulary.hpp"
#include "tokens/utf8.hpp"
#include "tokens/vocabularies.hpp"

namespace gramme::tokens {
namespace {

using Ids = std::vector<std::uint32_t>;

/// Byte-pair merging as it is defined: the lowest, then leftmost, merge first; quadratic.
Ids merge_by_definition(const Vocabulary& vocabulary, const std::string& piece) {
  Ids ids;
  for (const char byte : piece) ids.push_back(vocabulary.id_of_byte(byte));
  for (;;) {
    std::size_t best = 0;
    std::uint32_t lowest = kNoToken;
    for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
      const std::uint32_t rank = vocabulary.find_merge(ids[i], ids[i + 1]);
      if (rank < lowest) lowest = rank, best = i;
    }
    if (lowest == kNoToken) return ids;
    ids[best] = lowest;
    ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(best) + 1);
  }
}

Ids merge(const Vocabulary& vocabulary, const std::string& piece) {
  Merger merger(vocabulary);
  const auto merged = merger.merge(piece);
  return {merged.begin(), merged.end()};
}

/// The characters of a well-formed text.
std::vector<std::string> characters_of(const std::string& text) {
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size(); at += characters.back().size()) {
    characters.push_back(text.substr(at, size_of_character(text[at])));
  }
  return characters;
}

std::string random_piece(test::Lcg& random, const std::string& alphabet, std::uint32_t size) {
  const std::vector<std::string> characters = characters_of(alphabet);
  std::string piece;
  while (piece.size() < size) {
    piece += characters[random.below(static_cast<std::uint32_t>(characters.size()))];
  }
  return piece;
}

void check_agreement(const Vocabulary& vocabulary, const std::string& alphabet, int rounds) {
  test::Lcg random(alphabet.size());
  for (int round = 0; round < rounds; ++round) {
    const std::string piece = random_piece(random, alphabet, 1 + random.below(300));
    REQUIRE(merge(vocabulary, piece) == merge_by_definition(vocabulary, piece));
  }
}

TEST_CASE("long pieces merge as the definition says, whatever they are made of") {
  std::string ascii;
  for (char letter = 1; letter < 127; ++letter) ascii.push_back(letter);
  for (const std::string& alphabet :
       {std::string("a"), std::string("ab"), std::string("acgt"), std::string(" \n"),
        std::string("=-"), std::string("etaoin shrdlu"), ascii, std::string("你好的是不了")}) {
    check_agreement(test::o200k(), alphabet, 40);
    check_agreement(test::cl100k(), alphabet, 40);
  }
}

TEST_CASE("characters whose parts may merge with their neighbours merge as the definition says") {
  for (const std::string& alphabet :
       {std::string("الم ها"), std::string("товар на "), std::string("कर्मिनीे "),
        std::string("მაგრამ "), std::string("กรุงเทพำ "), std::string("エーかのを "),
        std::string("é’“” —…ça"), std::string("👩\u200D👧😀️ a"),
        std::string("ㅎ한국은 中，。\n")}) {
    check_agreement(test::o200k(), alphabet, 100);
    check_agreement(test::cl100k(), alphabet, 100);
  }
}

TEST_CASE("a chain of merges that each take from the next one agrees with the definition") {
  // "xy" of neighbouring letters; the later in the alphabet, the earlier merged.
  std::vector<test::MergePair> merges;
  for (char letter = 'y'; letter >= 'a'; --letter) {
    merges.push_back({static_cast<std::uint32_t>(letter), static_cast<std::uint32_t>(letter + 1)});
  }
  merges.push_back({256, 257});
  merges.push_back({256, 'a'});
  const auto vocabulary = load_vocabulary(test::small_vocabulary(merges)).value();
  check_agreement(*vocabulary, "abcdefghijklmnopqrstuvwxyz", 40);
  std::string alphabets;
  for (int i = 0; i < 40; ++i) {
    alphabets += "abcdefghijklmnopqrstuvwxyz";
    REQUIRE(merge(*vocabulary, alphabets) == merge_by_definition(*vocabulary, alphabets));
  }
}

TEST_CASE("random small vocabularies agree with the definition") {
  test::Lcg random(3);
  for (int round = 0; round < 60; ++round) {
    std::vector<test::MergePair> merges;
    for (std::uint32_t id = 256; merges.size() < 40; ++id) {
      const auto part = [&] {
        const std::uint32_t pick = random.below(4 + (id - 256));
        return pick < 4 ? 'a' + pick : 256 + pick - 4;
      };
      merges.push_back({part(), part()});
    }
    const auto loaded = load_vocabulary(test::small_vocabulary(merges));
    if (!loaded) continue;  // A random token occurred twice or is too long.
    check_agreement(**loaded, "abcd", 10);
  }
}

TEST_CASE("two halves of a token are not stable neighbours") {
  const Vocabulary& vocabulary = test::o200k();
  const std::uint32_t hello = vocabulary.token_bytes().find(" hello");
  REQUIRE(hello != kNoToken);
  const Merge parts = vocabulary.merge_of(hello);
  CHECK_FALSE(are_stable_neighbours(vocabulary, parts.left, parts.right));
  CHECK(are_stable_neighbours(vocabulary, hello, hello));
}

}  // namespace
}  // namespace gramme::tokens
