#pragma once

#include <string>

#include "usage/file_notes.hpp"
#include "usage/response.hpp"
#include "usage/seen_ids.hpp"

namespace gramme {

/// Adds the answers of a log up: an answer that is told of twice counts once.
class ResponseLog {
 public:
  explicit ResponseLog(UsageTable& table) : table_(table) {}

  [[nodiscard]] Problem add(const Response& response, double place, FileNotes& notes);

  /// The last answer of a file has nothing after it that would change it.
  [[nodiscard]] Problem end_file(FileNotes& notes);

 private:
  /// The answer last read: the next line may hold more of it.
  struct Pending {
    bool is_there = false;
    /// An event of a stream began it: events without an id go on with it.
    bool is_stream = false;
    std::string id;
    std::string model;
    std::string platform;
    Moment moment;
    ReportedTokens tokens;
    double place = 0.0;
  };

  [[nodiscard]] bool is_more_of_it(const Response& response) const;
  void put(const Response& response, double place);
  [[nodiscard]] Problem settle(FileNotes& notes);

  UsageTable& table_;
  Pending pending_;
  SeenIds seen_;
};

}  // namespace gramme
