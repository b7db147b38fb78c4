#pragma once

#include <array>

#include "gramme/usage.hpp"
#include "methods/asked_tokens.hpp"

namespace gramme {

/// A request that waits: its tokens are those of one of so many.
struct Waiting {
  TokenKinds each;
  double requests = 1.0;
  double reasoning_tokens = 0.0;
  DayNumber day = kUnknownDay;
  bool is_estimated = false;
  std::array<const char*, 3> warnings{};
};

[[nodiscard]] Waiting waiting_of(const UsageEvent& event);

/// A row of the pattern's names without any figures.
[[nodiscard]] LedgerRow empty_row(const LedgerRow& pattern);

/// Adds requests with what one of them weighs. The warnings are only those of the requests.
void add_weighed(LedgerRow& row, const Waiting& waiting, const Footprint& footprint);

/// Counts a code for so many requests more.
void count_warning(LedgerRow& row, std::string_view code, double requests);
void count_warnings(LedgerRow& row, const std::array<const char*, 3>& codes, double requests);

}  // namespace gramme
