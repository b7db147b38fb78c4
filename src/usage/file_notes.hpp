#pragma once

#include <string>
#include <vector>

namespace gramme {

/// Why something in a file was not counted, and where that happened first.
struct Skipped {
  const char* reason;
  double items = 0.0;
  /// Line, element or row; the first is 1.
  double first = 0.0;
};

/// What a file is, and what it held besides what was counted.
struct FileNotes {
  std::string name;
  const char* kind = "unknown";
  /// Requests that were counted.
  double requests = 0.0;
  std::vector<Skipped> skipped;

  void skip(const char* reason, double place, double items = 1.0);
};

}  // namespace gramme
