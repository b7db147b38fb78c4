#include "catch.hpp"
#include "importers/foreign_files.hpp"
#include "importers/import.hpp"
#include "importers/pack_vocabulary.hpp"
#include "tokens/vocabularies.hpp"

namespace gramme::importers {
namespace {

using Ids = std::vector<std::uint32_t>;
using FileBytes = std::vector<std::uint8_t>;

RankedTokens ranked(const std::vector<std::string>& tokens) {
  return import_vocabulary(test::tiktoken_file(tokens), "cl100k").value();
}

std::shared_ptr<const Vocabulary> small_base() {
  return load_vocabulary(pack_vocabulary(ranked({"ab", "cd"}), nullptr).value()).value();
}

const std::vector<std::string> kMore{"ab", "cd", "abcd", "xyz"};

TEST_CASE("an increment over its base counts as the whole file does") {
  const auto base = small_base();
  const FileBytes increment = pack_vocabulary(ranked(kMore), base.get()).value();
  const FileBytes whole = pack_vocabulary(ranked(kMore), nullptr).value();
  CHECK(increment.size() < whole.size());
  const auto from_increment = load_vocabulary(increment, base.get()).value();
  const auto from_whole = load_vocabulary(whole).value();
  for (const char* text : {"abcd", "xyz", "abcdxyz abcd xyz"}) {
    CHECK(encode(*from_increment, text) == encode(*from_whole, text));
  }
  CHECK(encode(*from_increment, "abcd") == Ids{258});
}

TEST_CASE("an increment without its base, or over another, asks for the base") {
  const auto base = small_base();
  const FileBytes increment = pack_vocabulary(ranked(kMore), base.get()).value();
  for (const Vocabulary* other : {static_cast<const Vocabulary*>(nullptr), &test::cl100k()}) {
    const auto loaded = load_vocabulary(increment, other);
    REQUIRE_FALSE(loaded.is_ok());
    CHECK(loaded.error().code == ErrorCode::vocabulary_missing);
    CHECK(loaded.error().path == "/base");
  }
}

TEST_CASE("a base whose tokens are others is refused when packing") {
  const auto packed = pack_vocabulary(ranked({"ab", "xy", "abxy"}), small_base().get());
  REQUIRE_FALSE(packed.is_ok());
  CHECK(packed.error().path == "/base");
}

TEST_CASE("an increment cut or changed anywhere is refused") {
  const auto base = small_base();
  const FileBytes whole = pack_vocabulary(ranked(kMore), base.get()).value();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const FileBytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at));
    CHECK_FALSE(load_vocabulary(cut, base.get()).is_ok());
    FileBytes changed = whole;
    changed[at] = static_cast<std::uint8_t>(changed[at] ^ 1);
    CHECK_FALSE(load_vocabulary(changed, base.get()).is_ok());
  }
}

}  // namespace
}  // namespace gramme::importers
