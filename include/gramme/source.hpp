#pragma once

#include <string>

namespace gramme {

/// Where a figure comes from and when it was true. Every catalog entry has one.
struct Source {
  std::string source;
  std::string as_of;
};

}  // namespace gramme
