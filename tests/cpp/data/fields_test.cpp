#include "data/fields.hpp"
#include "catch.hpp"
#include "json/json.hpp"

namespace gramme {
namespace {

/// Reads one member "a" of a JSON record and gives the code and path of what was wrong, or "".
template <typename Read>
std::string problem_of(const std::string& json, Read read) {
  const Value value = *parse_json(json);
  Reading reading;
  Fields fields(value, Path{}, reading, {"a", "b"});
  read(fields);
  if (!reading.problem) return "";
  return std::string(name_of(reading.problem->code)) + " " + reading.problem->path;
}

std::string range_problem(const std::string& json) {
  return problem_of(json, [](Fields& fields) { (void)fields.range("a", Bounds{0.0, 10.0}); });
}

TEST_CASE("a place is written as a JSON pointer or as a dotted path") {
  const Path rows{nullptr, "rows", -1};
  const Path third{&rows, {}, 3};
  const Path site{&third, "si/t~e", -1};
  CHECK(Path{}.render(PathStyle::pointer).empty());
  CHECK(site.render(PathStyle::pointer) == "/rows/3/si~1t~0e");
  CHECK(third.render(PathStyle::dotted) == "rows[3]");
}

TEST_CASE("a key of any length gives a short path") {
  const std::string long_key(10000, 'k');
  CHECK(Path{nullptr, long_key, -1}.render(PathStyle::pointer).size() < 100);
}

TEST_CASE("a range is a number or low, central and high in order and within bounds") {
  CHECK(range_problem(R"({"a":3})").empty());
  CHECK(range_problem(R"({"a":{"low":0,"central":3,"high":10}})").empty());
  CHECK(range_problem("{}") == "missing_key /a");
  CHECK(range_problem(R"({"a":null})") == "missing_key /a");
  CHECK(range_problem(R"({"a":"3"})") == "invalid_type /a");
  CHECK(range_problem(R"({"a":[1,2,3]})") == "invalid_type /a");
  CHECK(range_problem(R"({"a":{"low":1,"high":3}})") == "missing_key /a/central");
  CHECK(range_problem(R"({"a":{"low":1,"central":2,"high":3,"x":4}})") == "unknown_key /a/x");
  CHECK(range_problem(R"({"a":{"low":2,"central":1,"high":3}})") == "out_of_range /a");
  CHECK(range_problem(R"({"a":{"low":1,"central":4,"high":3}})") == "out_of_range /a");
  CHECK(range_problem(R"({"a":{"low":-1,"central":4,"high":5}})") == "out_of_range /a/low");
  CHECK(range_problem(R"({"a":11})") == "out_of_range /a");
  CHECK(range_problem(R"({"a":1e308})") == "out_of_range /a");
}

TEST_CASE("a number that is no number is out of range") {
  const Value value{Record{{"a", std::numeric_limits<double>::quiet_NaN()}}};
  Reading reading;
  Fields fields(value, Path{}, reading, {"a"});
  CHECK(fields.number("a", Bounds{}) == Bounds{}.low);
  CHECK(reading.problem->code == ErrorCode::out_of_range);
}

TEST_CASE("texts, flags and lists of the wrong type are refused where they stand") {
  const auto text = [](Fields& fields) { (void)fields.text("a"); };
  const auto flag = [](Fields& fields) { (void)fields.flag_or("a", true); };
  const auto texts = [](Fields& fields) { (void)fields.texts("a"); };
  CHECK(problem_of(R"({"a":1})", text) == "invalid_type /a");
  CHECK(problem_of("{}", text) == "missing_key /a");
  CHECK(problem_of(R"({"a":"true"})", flag) == "invalid_type /a");
  CHECK(problem_of(R"({"a":"x"})", texts) == "invalid_type /a");
  CHECK(problem_of(R"({"a":["x",2]})", texts) == "invalid_type /a/1");
  CHECK(problem_of(R"({"c":1})", texts) == "unknown_key /c");
  CHECK(problem_of("[]", texts) == "invalid_type ");
}

TEST_CASE("only the first problem is kept") {
  const auto both = [](Fields& fields) {
    (void)fields.text("a");
    (void)fields.text("b");
  };
  CHECK(problem_of(R"({"a":1})", both) == "invalid_type /a");
}

TEST_CASE("an absent flag or text is what the caller says") {
  const Value value = *parse_json("{}");
  Reading reading;
  Fields fields(value, Path{}, reading, {"a"});
  CHECK(fields.flag_or("a", true));
  CHECK_FALSE(fields.flag_or("a", false));
  CHECK(fields.texts("a").empty());
  CHECK_FALSE(fields.optional_range("a", kCount).has_value());
  CHECK_FALSE(reading.problem.has_value());
}

}  // namespace
}  // namespace gramme
