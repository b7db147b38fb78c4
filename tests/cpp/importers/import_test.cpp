#include "importers/import.hpp"

#include "catch.hpp"
#include "importers/foreign_files.hpp"
#include "importers/pack_vocabulary.hpp"
#include "tokens/vocabularies.hpp"

namespace gramme::importers {
namespace {

using Ids = std::vector<std::uint32_t>;

std::shared_ptr<const Vocabulary> packed(const RankedTokens& ranked) {
  return load_vocabulary(pack_vocabulary(ranked, nullptr).value()).value();
}

/// "ok", or the code and place of the refusal.
std::string verdict(const std::string& file, std::string_view pattern = "") {
  const auto imported = import_vocabulary(file, pattern);
  if (!imported) return std::string(name_of(imported.error().code)) + " " + imported.error().path;
  const auto file_bytes = pack_vocabulary(*imported, nullptr);
  if (file_bytes) return "ok";
  return std::string(name_of(file_bytes.error().code)) + " " + file_bytes.error().path;
}

TEST_CASE("a .tiktoken file merges by its ranks") {
  const std::string file = test::tiktoken_file({"ab", "abc", "", "abcab"});
  const auto ranked = import_vocabulary(file, "cl100k").value();
  CHECK(encode(*packed(ranked), "abcab") == Ids{259});
  CHECK(encode(*packed(ranked), "abab") == Ids{256, 256});
}

TEST_CASE("a .tiktoken file needs the name of its pattern") {
  const std::string file = test::tiktoken_file({"ab"});
  CHECK(verdict(file) == "missing_key /pattern");
  CHECK(verdict(file, "latin") == "out_of_range /pattern");
}

TEST_CASE("a damaged .tiktoken file is refused at its line") {
  const std::string file = test::tiktoken_file({"ab"});
  CHECK(verdict(file + "YWJj\n", "p50k") == "vocabulary_corrupt /lines/258");
  CHECK(verdict(file + "YW?j 257\n", "p50k") == "vocabulary_corrupt /lines/258");
  CHECK(verdict(file + "YWJj 257x\n", "p50k") == "vocabulary_corrupt /lines/258");
  CHECK(verdict(file + "YWJj 256\n", "p50k") == "vocabulary_corrupt /lines/258");
  CHECK(verdict(file + "YWJj 99999999999\n", "p50k") == "vocabulary_corrupt /lines/258");
  CHECK(verdict(file + "YWI= 257\n", "p50k") == "vocabulary_corrupt /tokens");
  CHECK(verdict(file.substr(7), "p50k") == "vocabulary_unsupported /tokens/0");
}

TEST_CASE("tokenizer.json is read, with merges as text or as pairs") {
  for (const bool has_pairs : {false, true}) {
    const auto ranked =
        import_vocabulary(test::tokenizer_json({.has_pairs = has_pairs}), "").value();
    CHECK(ranked.first_id == 3);
    CHECK(ranked.is_composed);
    CHECK(ranked.splitter->name == "qwen");
    CHECK(ranked.specials.size() == 1);
    CHECK(encode(*packed(ranked), "abc\xC3\xA9") == Ids{260, 198, 172});
  }
}

TEST_CASE("kinds of tokenizer.json that are not counted are named") {
  CHECK(verdict(test::tokenizer_json({.model = "Unigram"})) == "vocabulary_unsupported /model");
  CHECK(verdict(test::tokenizer_json({.normalizer = "Lowercase"})) ==
        "vocabulary_unsupported /normalizer");
  CHECK(verdict(test::tokenizer_json({.regex = "\\\\w+"})) ==
        "vocabulary_unsupported /pre_tokenizer");
  CHECK(verdict(test::tokenizer_json({.last_step = "Metaspace"})) ==
        "vocabulary_unsupported /pre_tokenizer");
  CHECK(verdict(test::tokenizer_json({.merges = R"("ab c","a b")"})) ==
        "vocabulary_unsupported /model/merges/1");
  CHECK(verdict(test::tokenizer_json({.merges = R"("a b","a bc")"})) ==
        "vocabulary_unsupported /tokens/257");
}

TEST_CASE("a damaged tokenizer.json is refused with its place") {
  CHECK(verdict("{") == "invalid_json ");
  CHECK(verdict("{}") == "vocabulary_unsupported /model");
  CHECK(verdict(test::tokenizer_json({.merges = R"("a b", 3)"})) ==
        "vocabulary_corrupt /model/merges/1");
  CHECK(verdict(test::tokenizer_json({.merges = R"("a b","a z")"})) ==
        "vocabulary_corrupt /model/merges/1");
  CHECK(verdict(test::tokenizer_json({.extra_token = R"("ab\u4e2d": 300)"})) ==
        "vocabulary_unsupported /model/vocab/ab\u4E2D");
  CHECK(verdict(test::tokenizer_json({.extra_token = R"("abd": 1e300)"})) ==
        "vocabulary_corrupt /model/vocab/abd");
}

TEST_CASE("tekken.json is read up to the size it names") {
  const auto ranked = import_vocabulary(test::tekken_json(), "").value();
  CHECK(ranked.first_id == 2);
  CHECK(ranked.splitter->name == "tekken");
  REQUIRE(ranked.specials.size() == 1);
  CHECK(ranked.specials[0].text == "<s>");
  CHECK(encode(*packed(ranked), "abab") == Ids{258, 258});
  CHECK(ranked.tokens.size() == 257);
}

TEST_CASE("files that are empty, no vocabulary or too large are refused") {
  CHECK(verdict("") == "vocabulary_corrupt ");
  CHECK(verdict("hello", "p50k") == "vocabulary_corrupt /lines/1");
  CHECK(verdict(std::string((32U << 20U) + 1U, 'x'), "p50k") == "too_large ");
}

TEST_CASE("a token that no merge makes is found as a whole piece only") {
  // "abc" holds neither "ab" nor "bc" of lower rank.
  const auto ranked = import_vocabulary(test::tiktoken_file({"abc"}), "cl100k").value();
  CHECK(encode(*packed(ranked), "abc") == Ids{256});
  CHECK(encode(*packed(ranked), "abcx").size() == 4);
  CHECK(decode(*packed(ranked), Ids{256}).value() == "abc");
}

}  // namespace
}  // namespace gramme::importers
