#include "tokens/vocabulary.hpp"
#include "catch.hpp"
#include "tokens/small_vocabulary.hpp"
#include "tokens/vocabularies.hpp"

namespace gramme {
namespace {

using test::FileBytes;
using test::small_vocabulary;

const std::vector<test::MergePair> kMerges{{'a', 'b'}, {256, 'c'}, {257, 256}};

/// Where the loader says the file is wrong; "ok" when it is not.
std::string refusal(const FileBytes& file) {
  const auto loaded = load_vocabulary(file);
  if (loaded) return "ok";
  CHECK(loaded.error().code == ErrorCode::vocabulary_corrupt);
  return loaded.error().path;
}

FileBytes with_u32(FileBytes file, std::size_t at, std::uint32_t value) {
  test::put_little_endian(file, at, value, 4);
  test::seal(file);
  return file;
}

TEST_CASE("a small vocabulary merges as it says") {
  const auto vocabulary = load_vocabulary(small_vocabulary(kMerges)).value();
  CHECK(encode(*vocabulary, "abcab") == std::vector<std::uint32_t>{258});
  CHECK(encode(*vocabulary, "abab") == std::vector<std::uint32_t>{256, 256});
  CHECK(count_tokens(*vocabulary, "xyz") == 3);
}

TEST_CASE("an unused id is never produced and cannot be decoded") {
  const auto vocabulary = load_vocabulary(small_vocabulary({{256, 0}, {'a', 'b'}})).value();
  CHECK(encode(*vocabulary, "ab") == std::vector<std::uint32_t>{257});
  const std::vector<std::uint32_t> unused{256};
  CHECK(decode(*vocabulary, unused).error().code == ErrorCode::out_of_range);
  CHECK(refusal(small_vocabulary({{256, 0}, {256, 'b'}})) == "/tokens/257");
}

TEST_CASE("a file cut at any byte is refused") {
  const FileBytes whole = small_vocabulary(kMerges);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const FileBytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK_FALSE(load_vocabulary(cut).is_ok());
  }
}

TEST_CASE("a real vocabulary cut short is refused") {
  const FileBytes whole = test::vocabulary_file("cl100k_base");
  for (std::size_t size = 0; size < whole.size(); size += 37'117) {
    CHECK_FALSE(load_vocabulary(std::span(whole).first(size)).is_ok());
  }
}

TEST_CASE("a changed byte anywhere is noticed") {
  const FileBytes whole = small_vocabulary(kMerges);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    FileBytes changed = whole;
    changed[at] = static_cast<std::uint8_t>(changed[at] ^ 0x10);
    CHECK_FALSE(load_vocabulary(changed).is_ok());
  }
}

TEST_CASE("a changed byte under a right checksum never breaks the loader") {
  const FileBytes whole = small_vocabulary(kMerges);
  for (std::size_t at = 0; at < whole.size() * 8; ++at) {
    FileBytes changed = whole;
    changed[at / 8] = static_cast<std::uint8_t>(changed[at / 8] ^ (1U << (at % 8)));
    test::seal(changed);
    const auto loaded = load_vocabulary(changed);
    if (loaded) CHECK(count_tokens(**loaded, "abcababc abcab") <= 14);
  }
}

TEST_CASE("absurd counts and sizes are refused") {
  const FileBytes file = small_vocabulary(kMerges);
  CHECK(refusal(with_u32(file, 8, 0)) == "/tokenCount");
  CHECK(refusal(with_u32(file, 8, 0xFFFFFFFF)) == "/tokenCount");
  CHECK(refusal(with_u32(file, 8, 200'000)) == "/tokens/259");
  CHECK(refusal(with_u32(file, 8, 257)) == "/streams");
  CHECK(refusal(with_u32(file, 12, 0xFFFFFFFF)).empty());
  CHECK(refusal(with_u32(file, 16, 0xFFFFFFF0)).empty());
}

TEST_CASE("each field of the header is checked") {
  const FileBytes file = small_vocabulary(kMerges);
  const auto with_byte = [&](std::size_t at, std::uint8_t value) {
    FileBytes changed = file;
    changed[at] = value;
    test::seal(changed);
    return refusal(changed);
  };
  CHECK(with_byte(0, 'X') == "/magic");
  CHECK(with_byte(4, 1) == "/version");
  CHECK(with_byte(5, 99) == "/splitPattern");
  CHECK(with_byte(6, 4) == "/flags");
  CHECK(with_byte(7, 1) == "/reserved");
  CHECK(with_byte(31, 1) == "/firstId");
  CHECK(with_byte(32, 1) == "/base");
  CHECK(with_byte(test::kHeaderSize + 1, 0) == "/tokens/1");
}

TEST_CASE("a token merged from itself or a later one is refused") {
  CHECK(refusal(small_vocabulary({{'a', 256}})) == "/tokens/256");
  CHECK(refusal(small_vocabulary({{258, 'b'}, {'a', 'b'}, {'c', 'd'}})) == "/tokens/256");
  CHECK(refusal(small_vocabulary({{'a', 0x1FFFFF}})) == "/tokens/256");
}

TEST_CASE("a merge that occurs twice is refused") {
  CHECK(refusal(small_vocabulary({{'a', 'b'}, {'a', 'b'}})) == "/tokens/257");
  CHECK(refusal(small_vocabulary({{'a', 'b'}, {256, 'c'}, {256, 'c'}})) == "/tokens/258");
}

TEST_CASE("of two tokens of the same bytes the first is found") {
  const auto vocabulary =
      load_vocabulary(small_vocabulary({{'a', 'a'}, {256, 'a'}, {'a', 256}})).value();
  CHECK(vocabulary->token_bytes().find("aaa") == 257);
  CHECK(encode(*vocabulary, "aaa") == std::vector<std::uint32_t>{257});
}

TEST_CASE("texts are counted alike before and after the tables of bytes are made") {
  const std::string text =
      "Numbers 12345, naïve cafés, 東京タワー, Привет мир, 😀😀 and `for (;;) {}`:\n\n\tunbelievably";
  const auto fresh = test::load_or_die("o200k_base");
  const std::size_t before = count_tokens(*fresh, text);
  CHECK(fresh->made_token_bytes() == nullptr);
  static_cast<void>(fresh->token_bytes());
  CHECK(count_tokens(*fresh, text) == before);
  CHECK(encode(*fresh, text).size() == before);
}

TEST_CASE("the tables of bytes are made when many pieces have been counted") {
  const auto fresh = test::load_or_die("o200k_base");
  TokenCounter counter(fresh);
  std::string text;
  const auto letter = [](int i) { return static_cast<char>('a' + i % 26); };
  for (int i = 0; i < 10'000; ++i) {
    text += {' ', 'q', letter(i), letter(i / 26), letter(i / 676), 'x'};
  }
  CHECK(counter.count(text) == count_tokens(*test::load_or_die("o200k_base"), text));
  CHECK(fresh->made_token_bytes() != nullptr);
}

TEST_CASE("a token longer than 128 bytes is refused") {
  std::vector<test::MergePair> doubling{{'a', 'a'}};
  for (std::uint32_t id = 256; id < 262; ++id) doubling.push_back({id, id});
  CHECK(refusal(small_vocabulary(doubling)) == "ok");
  doubling.push_back({262, 'a'});
  CHECK(refusal(small_vocabulary(doubling)) == "/tokens/263");
}

TEST_CASE("an id that is too long is refused") {
  FileBytes file = small_vocabulary({{'a', 'b'}, {'c', 'd'}});
  for (std::size_t at = test::kHeaderSize + 256; at < file.size(); ++at) file[at] = 0x80;
  test::seal(file);
  CHECK(refusal(file) == "/tokens/256");
}

}  // namespace
}  // namespace gramme
