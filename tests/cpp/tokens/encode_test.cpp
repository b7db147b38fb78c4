#include <string>

#include "catch.hpp"
#include "tokens/vocabularies.hpp"

namespace gramme {
namespace {

using Ids = std::vector<std::uint32_t>;

TEST_CASE("known texts have their published ids") {
  CHECK(encode(test::o200k(), "Hello, world!") == Ids{13225, 11, 2375, 0});
  CHECK(encode(test::cl100k(), "Hello, world!") == Ids{9906, 11, 1917, 0});
}

TEST_CASE("an empty text has no tokens") {
  CHECK(count_tokens(test::o200k(), "") == 0);
  CHECK(encode(test::o200k(), "").empty());
  CHECK(decode(test::o200k(), {}).value().empty());
}

TEST_CASE("text that looks like a special token is ordinary text") {
  CHECK(count_tokens(test::o200k(), "<|endoftext|>") == 7);
}

TEST_CASE("decoding gives the text back") {
  test::Lcg random(11);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    while (text.size() < 60) {
      const char* const parts[] = {"word", " ", "\n", "É", "中", "😀", "'s", "42", "...", "Ab"};
      text += parts[random.below(10)];
    }
    const Ids ids = encode(test::o200k(), text);
    REQUIRE(ids.size() == count_tokens(test::o200k(), text));
    REQUIRE(decode(test::o200k(), ids).value() == text);
  }
}

TEST_CASE("an id the vocabulary lacks is out of range") {
  const Ids ids{0, 199'998};
  const auto decoded = decode(test::o200k(), ids);
  REQUIRE_FALSE(decoded.is_ok());
  CHECK(decoded.error().code == ErrorCode::out_of_range);
  CHECK(decoded.error().path == "/ids/1");
}

TEST_CASE("long runs of one character have their known counts") {
  CHECK(count_tokens(test::o200k(), std::string(10'000, 'a')) == 1250);
  CHECK(count_tokens(test::o200k(), std::string(10'000, ' ') + "x") == 80);
  CHECK(count_tokens(test::o200k(), std::string(1'000'000, 'a')) == 125'000);
}

}  // namespace
}  // namespace gramme
