#include "measurements/csv.hpp"

#include "catch.hpp"
#include "support.hpp"

namespace gramme {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Read {
  Rows rows;
  Problem problem;
};

/// The text fed in parts of so many bytes.
Read read_in_parts(std::string_view text, std::size_t part) {
  Read out;
  CsvRecords records;
  const auto visit = [&](const std::vector<std::string_view>& fields) -> Problem {
    out.rows.emplace_back(fields.begin(), fields.end());
    return std::nullopt;
  };
  for (std::size_t at = 0; at < text.size() && !out.problem; at += part) {
    out.problem = records.feed(text.substr(at, part), visit);
  }
  if (!out.problem) out.problem = records.finish(visit);
  return out;
}

TEST_CASE("records are cut as RFC 4180 says, wherever the parts end") {
  const std::string text =
      "a,b,c\r\n1,\"two, with \"\"quotes\"\"\nand a line\",3\n\n\"\",,\"x\"\rlast,\"y\",";
  const Rows expected{{"a", "b", "c"},
                      {"1", "two, with \"quotes\"\nand a line", "3"},
                      {"", "", "x"},
                      {"last", "y", ""}};
  for (std::size_t part = 1; part <= text.size(); ++part) {
    const Read read = read_in_parts(text, part);
    REQUIRE_FALSE(read.problem.has_value());
    REQUIRE(read.rows == expected);
  }
}

TEST_CASE("records are the same whether they lie in one part or across many") {
  constexpr std::string_view kLetters = "ab,,\"\"\"\r\n\n";
  test::Lcg random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random.below(40); i > 0; --i) {
      text += kLetters[random.below(static_cast<std::uint32_t>(kLetters.size()))];
    }
    CAPTURE(text);
    const Read whole = read_in_parts(text, text.size() + 1);
    const Read single = read_in_parts(text, 1);
    REQUIRE(whole.rows == single.rows);
    REQUIRE(whole.problem.has_value() == single.problem.has_value());
    if (whole.problem) REQUIRE(whole.problem->path == single.problem->path);
  }
}

TEST_CASE("a last line without an end is a record, and nothing at all is none") {
  CHECK(read_in_parts("a,b", 1).rows == Rows{{"a", "b"}});
  CHECK(read_in_parts("a,b\n", 2).rows == Rows{{"a", "b"}});
  CHECK(read_in_parts("", 1).rows.empty());
  CHECK(read_in_parts("\n\r\n\r", 1).rows.empty());
  CHECK(read_in_parts("\"\"", 1).rows == Rows{{""}});
}

TEST_CASE("a quote that is never closed names its place") {
  const Read read = read_in_parts("a,b\n1,\"two\n", 3);
  REQUIRE(read.problem.has_value());
  CHECK(read.problem->code == ErrorCode::invalid_csv);
  CHECK(read.problem->path == "/rows/2/2");
}

TEST_CASE("fields and rows beyond the caps are refused with their place, whatever comes after") {
  const std::string huge(CsvRecords::kLongestField + 1, 'x');
  const Read field = read_in_parts("a,b\n1," + huge + "\n2,3\n", 4096);
  REQUIRE(field.problem.has_value());
  CHECK(field.problem->code == ErrorCode::too_large);
  CHECK(field.problem->path == "/rows/2/2");
  const Read quoted = read_in_parts("\"" + huge, 4096);
  REQUIRE(quoted.problem.has_value());
  CHECK(quoted.problem->code == ErrorCode::too_large);
  const Read wide = read_in_parts(std::string(CsvRecords::kMostFields + 1, ','), 100);
  REQUIRE(wide.problem.has_value());
  CHECK(wide.problem->code == ErrorCode::too_large);
}

}  // namespace
}  // namespace gramme
