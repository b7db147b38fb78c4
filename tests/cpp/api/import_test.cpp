#include "api/door.hpp"
#include "api/fast_count.hpp"
#include "catch.hpp"
#include "importers/foreign_files.hpp"

namespace gramme {
namespace {

std::string import(Core& core, const std::string& request, const std::string& file) {
  return import_vocabulary_call(core, request, file);
}

TEST_CASE("a vocabulary of one's own counts, encodes and decodes under its name") {
  Core core = make_full_core();
  const std::string file = test::tiktoken_file({"ab", "abab"});
  CHECK(test::verdict_on(import(core, R"({"name":"mine","pattern":"cl100k"})", file)) == "ok");
  const Value answer = parse_json(count_call(core, R"({"encoding":"mine"})", "abab x")).value();
  CHECK(*test::at(answer, {"value", "tokens"}).number() == 3.0);
  const Value decoded =
      parse_json(call(core, "decode", R"({"encoding":"mine","ids":[257]})")).value();
  CHECK(*test::at(decoded, {"value", "text"}).text() == "abab");
}

TEST_CASE("special tokens come with a tokenizer.json") {
  Core core = make_full_core();
  CHECK(test::verdict_on(import(core, R"({"name":"mine"})", test::tokenizer_json({}))) == "ok");
  const Value answer =
      parse_json(encode_call(core, R"({"encoding":"mine","allowSpecial":true})", "<s>ab")).value();
  CHECK(*test::at(answer, {"value", "tokens"}).number() == 2.0);
}

TEST_CASE("a tokenizer of one's own is counted with at once") {
  Core core = make_full_core();
  for (const char* name : {"one", "two"}) {
    (void)import(core, R"({"name":")" + std::string(name) + R"("})", test::tekken_json());
  }
  const Value opened = parse_json(tokenizer_call(core, R"({"encoding":"two"})")).value();
  const double number = *test::at(opened, {"value", "tokenizer"}).number();
  CHECK(count_fast(core, static_cast<std::size_t>(number), "abab").central == 2.0);
}

TEST_CASE("importing again under a name replaces what it meant") {
  Core core = make_full_core();
  (void)import(core, R"({"name":"mine","pattern":"cl100k"})", test::tiktoken_file({"ab"}));
  (void)import(core, R"({"name":"mine","pattern":"cl100k"})", test::tiktoken_file({"ab", "abab"}));
  const Value answer = parse_json(count_call(core, R"({"encoding":"mine"})", "abab")).value();
  CHECK(*test::at(answer, {"value", "tokens"}).number() == 1.0);
}

TEST_CASE("names of Gramme's own encodings and files are taken") {
  Core core = make_full_core();
  const std::string file = test::tiktoken_file({"ab"});
  for (const char* name : {"o200k_base", "o200k_base.gvoc", "unknown"}) {
    const std::string request = R"({"name":")" + std::string(name) + R"(","pattern":"p50k"})";
    CHECK(test::verdict_on(import(core, request, file)) == "duplicate_id /name");
  }
}

TEST_CASE("a file that is refused leaves the core at work") {
  Core core = make_full_core();
  (void)import(core, R"({"name":"mine","pattern":"cl100k"})", test::tiktoken_file({"ab"}));
  CHECK(test::verdict_on(import(core, R"({"name":"mine","pattern":"cl100k"})", "nonsense")) ==
        "vocabulary_corrupt /lines/1");
  CHECK(test::verdict_on(import(core, R"({"name":"mine"})", "GVOC nonsense")) ==
        "vocabulary_corrupt ");
  CHECK(test::verdict_on(import(core, R"({"pattern":"cl100k"})", "x")) == "missing_key /name");
  CHECK(test::verdict_on(count_call(core, R"({"encoding":"mine"})", "ab")) == "ok");
}

}  // namespace
}  // namespace gramme
