// A count from a vocabulary's file answers as one with the vocabulary loaded.
#include "api/call.hpp"
#include "api/door.hpp"
#include "catch.hpp"
#include "tokens/vocabularies.hpp"

namespace gramme {
namespace {

std::string_view text_of(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The same question in both ways.
void check_same(const std::string& request, const std::string& file, std::string_view utf8) {
  const std::vector<std::uint8_t> vocabulary = test::vocabulary_file(file);
  Core loaded = make_full_core();
  const std::string taken = load_vocabulary_call(loaded, file + ".gvoc", text_of(vocabulary));
  CHECK(test::verdict_on(taken) == "ok");
  const Core fresh = make_full_core();
  INFO(request);
  CHECK(count_once_call(fresh, request, {text_of(vocabulary), utf8}) ==
        count_call(loaded, request, utf8));
  CHECK(fresh.counters.empty());
}

}  // namespace

TEST_CASE("one text counted from the file has the answer of a loaded vocabulary", "[api]") {
  const std::string words = "What does a chat with a language model weigh? Énergie, eau.\n";
  std::string pages;
  while (pages.size() < 20000) pages += words;
  for (const std::string& text : {std::string(), words, pages}) {
    check_same(R"({"encoding":"o200k_base"})", "o200k_base", text);
    check_same(R"({"model":"gpt-5.4"})", "o200k_base", text);
    check_same(R"({"model":"claude-sonnet-4-5"})", "o200k_base", text);
    check_same(R"({"model":"a model nobody knows"})", "o200k_base", text);
    check_same(R"({"encoding":"no such"})", "o200k_base", text);
    check_same(R"({"encoding":3})", "o200k_base", text);
  }
}

TEST_CASE("a file that is no vocabulary is told of, not counted with", "[api]") {
  const Core core = make_full_core();
  const std::string request = R"({"encoding":"o200k_base"})";
  CHECK(test::verdict_on(count_once_call(core, request, {"GVOC", "x"})) == "vocabulary_corrupt ");
  CHECK(test::verdict_on(count_once_call(core, request, {"", "x"})) == "vocabulary_corrupt ");
}

}  // namespace gramme
