#include "usage/reading.hpp"

using namespace gramme;

namespace {

/// What a file is refused with when it comes in parts of that size; empty: it is read.
std::string refusal(const std::string& text, std::size_t part_bytes) {
  NoCounts counts;
  UsageReader reader(shipped_catalog(), UsageReading{}, counts);
  reader.begin_file("file");
  Problem found;
  for (std::size_t at = 0; at < text.size() && !found; at += part_bytes) {
    found = reader.feed(std::string_view(text).substr(at, part_bytes));
  }
  if (!found) found = reader.end_file();
  return found ? found->message : std::string();
}

}  // namespace

TEST_CASE("what a file is does not depend on where its parts were cut") {
  const std::string zero(1, '\0');
  const std::string mark = "\xEF\xBB\xBF";
  for (const std::string& text :
       {"name: value\n" + zero, "{" + zero + "\"" + zero, zero + "{}", mark + mark + "{}\n",
        mark + "\n \n" + zero + "{}", "[1]\n" + zero, "a" + zero + ",b\n",
        std::string("PK\x03\x04"), "date,chatbots\n2026-01-01," + zero + "\n",
        std::string("\xFF\xFE{")}) {
    INFO(text);
    const std::string whole = refusal(text, text.size());
    for (std::size_t part_bytes = 1; part_bytes < text.size(); ++part_bytes) {
      CHECK(refusal(text, part_bytes) == whole);
    }
  }
  CHECK(refusal("name: value\n" + zero, 5) == "this is no text file");
}
