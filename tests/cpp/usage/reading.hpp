#pragma once

#include "api/sealed_day.hpp"
#include "catch.hpp"
#include "usage/usage_reader.hpp"

namespace gramme {

/// These files hold no texts to count.
class NoCounts final : public TextCounts {
 public:
  std::string missing_vocabulary(std::string_view, std::string_view) override { return {}; }
  Range count(std::string_view, std::string_view, std::string_view) override { return {}; }
};

/// What files come to that are read one after the other.
class ReadFiles {
 public:
  ReadFiles() : reader_(shipped_catalog(), with_days(), counts_) {}

  /// Takes a file in parts of that size.
  [[nodiscard]] Problem take(std::string_view text, std::size_t part_bytes = 7) {
    reader_.begin_file("file");
    for (std::size_t at = 0; at < text.size(); at += part_bytes) {
      if (Problem problem = reader_.feed(text.substr(at, part_bytes))) return problem;
    }
    return reader_.end_file();
  }

  [[nodiscard]] UsageReader& reader() { return reader_; }
  [[nodiscard]] const FileNotes& notes() const { return reader_.files().back(); }
  [[nodiscard]] const std::vector<MeasuredRun>& runs() const {
    return reader_.measured_runs().all();
  }

  /// How many items of the last file were left out for a reason.
  [[nodiscard]] double skipped(std::string_view reason) const {
    double items = 0.0;
    for (const Skipped& skip : notes().skipped) items += skip.reason == reason ? skip.items : 0.0;
    return items;
  }

 private:
  static UsageReading with_days() {
    UsageReading reading;
    reading.read_day = &read_sealed_day;
    return reading;
  }

  NoCounts counts_;
  UsageReader reader_;
};

}  // namespace gramme
