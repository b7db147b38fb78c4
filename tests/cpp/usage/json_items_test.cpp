#include "usage/json_items.hpp"

#include "catch.hpp"

using namespace gramme;

namespace {

struct Cut {
  std::vector<std::string> items;
  bool is_truncated = false;
};

/// The items of a text that comes in parts of so many bytes.
Cut cut(std::string_view text, std::size_t part_bytes) {
  JsonItems items;
  Cut out;
  const auto visit = [&](std::string_view item) -> Result<ItemState> {
    out.items.emplace_back(item);
    return ItemState::taken;
  };
  for (std::size_t at = 0; at < text.size(); at += part_bytes) {
    REQUIRE_FALSE(items.feed(text.substr(at, part_bytes), visit));
  }
  REQUIRE_FALSE(items.finish(visit));
  out.is_truncated = items.is_truncated();
  return out;
}

}  // namespace

TEST_CASE("lines, elements and documents are the same however they are cut into parts") {
  struct Example {
    std::string_view text;
    std::vector<std::string> items;
  };
  const std::vector<Example> examples{
      {"{\"a\":1}\n{\"b\":\"\\\"}\"}\n\n{\"c\":2}",
       {"{\"a\":1}", "{\"b\":\"\\\"}\"}", "", "{\"c\":2}"}},
      {" [ {\"a\":\"]\\\\\"} , [1,2],\"x,\\\"y\" ]",
       {" {\"a\":\"]\\\\\"} ", " [1,2]", "\"x,\\\"y\" "}},
      {"[]", {}},
      {"{\n  \"a\": [\n 1 ] }\n", {"{\n  \"a\": [\n 1 ] }\n"}},
      {"{\"a\":1}", {"{\"a\":1}"}},
  };
  for (const Example& example : examples) {
    for (std::size_t part = 1; part <= example.text.size(); ++part) {
      INFO(example.text << " in parts of " << part);
      const Cut found = cut(example.text, part);
      CHECK(found.items == example.items);
      CHECK_FALSE(found.is_truncated);
    }
  }
}

TEST_CASE("a list that is cut off gives what was whole, and says so") {
  for (std::size_t part = 1; part <= 20; ++part) {
    const Cut found = cut(R"([{"a":1},{"b":2},{"c)", part);
    CHECK(found.items == std::vector<std::string>{R"({"a":1})", R"({"b":2})"});
    CHECK(found.is_truncated);
  }
}

TEST_CASE("an item that has to wait is handed over again") {
  JsonItems items;
  std::vector<std::string> seen;
  bool is_ready = false;
  const auto visit = [&](std::string_view item) -> Result<ItemState> {
    seen.emplace_back(item);
    return is_ready ? ItemState::taken : ItemState::must_wait;
  };
  REQUIRE_FALSE(items.feed("[1,2", visit));
  REQUIRE_FALSE(items.feed("", visit));
  is_ready = true;
  REQUIRE_FALSE(items.feed(",3]", visit));
  REQUIRE_FALSE(items.finish(visit));
  CHECK(seen == std::vector<std::string>{"1", "1", "1", "2", "3"});
}

TEST_CASE("an item without end is passed over in bounded memory") {
  const std::string part(std::size_t{1} << 20U, 'x');
  for (const char* begin : {"{\"a\":1}\n{\"b\":\"", "[{\"a\":1},{\"b\":\""}) {
    JsonItems items;
    std::vector<std::size_t> sizes;
    const auto visit = [&](std::string_view item) -> Result<ItemState> {
      sizes.push_back(item.size());
      return ItemState::taken;
    };
    REQUIRE_FALSE(items.feed(begin, visit));
    for (int i = 0; i < 40; ++i) REQUIRE_FALSE(items.feed(part, visit));
    REQUIRE_FALSE(items.feed(begin[0] == '{' ? "\"}\n{\"c\":3}\n" : "\"},{\"c\":3}]", visit));
    REQUIRE_FALSE(items.finish(visit));
    CHECK(sizes == std::vector<std::size_t>{7, 0, 7});
  }
}

TEST_CASE("a document without end is passed over too") {
  const std::string part(std::size_t{1} << 20U, 'x');
  JsonItems items;
  std::vector<std::size_t> sizes;
  const auto visit = [&](std::string_view item) -> Result<ItemState> {
    sizes.push_back(item.size());
    return ItemState::taken;
  };
  REQUIRE_FALSE(items.feed("{\n\"a\":\"", visit));
  for (int i = 0; i < 40; ++i) REQUIRE_FALSE(items.feed(part, visit));
  REQUIRE_FALSE(items.finish(visit));
  CHECK(sizes == std::vector<std::size_t>{0});
}
