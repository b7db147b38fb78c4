#pragma once

#include <string>
#include <string_view>

#include "api/analysis_document.hpp"
#include "api/sealed_day.hpp"
#include "fuzz.hpp"
#include "gramme/usage_csv.hpp"

namespace gramme::fuzz {

/// A token for each byte, and for some models a vocabulary that has to be brought first.
class ByteCounts final : public TextCounts {
 public:
  std::string missing_vocabulary(std::string_view, std::string_view model) override {
    if (is_brought_ || model.size() % 4 != 1) return {};
    is_brought_ = true;
    return "a-vocabulary";
  }
  Range count(std::string_view, std::string_view, std::string_view text) override {
    return exactly(static_cast<double>(text.size()));
  }

 private:
  bool is_brought_ = false;
};

/// What reading came to: an answer as JSON, or the code of an error.
inline std::string outcome_of(UsageReader& reader, const Problem& problem) {
  if (problem) return "error " + std::to_string(static_cast<int>(problem->code));
  Result<UsageSummary> summary = reader.finish();
  if (!summary) return "error " + std::to_string(static_cast<int>(summary.error().code));
  std::string out;
  JsonWriter writer(out);
  write_analysis(writer, shipped_catalog(), reader, AnalysedUse(*std::move(summary)));
  return out;
}

/// Goes on until no vocabulary is missing, as those who feed a reader do.
template <typename Step>
[[nodiscard]] Problem follow(UsageReader& reader, Step step) {
  Problem problem = step();
  while (!problem && !reader.needed_vocabulary().empty()) problem = reader.feed({});
  return problem;
}

/// Reads a text as a file whose parts have the sizes that `next_size` says.
template <typename NextSize>
[[nodiscard]] std::string read_in_parts(std::string_view text, NextSize next_size) {
  ByteCounts counts;
  UsageReading reading;
  reading.read_day = &read_sealed_day;
  UsageReader reader(shipped_catalog(), std::move(reading), counts);
  reader.begin_file("file");
  Problem problem;
  while (!problem && !text.empty()) {
    const std::string_view part = text.substr(0, next_size());
    problem = follow(reader, [&] { return reader.feed(part); });
    text.remove_prefix(part.size());
  }
  while (!problem && reader.has_file()) problem = reader.end_file();
  return outcome_of(reader, problem);
}

}  // namespace gramme::fuzz
