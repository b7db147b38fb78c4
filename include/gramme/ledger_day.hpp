#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/ledger.hpp"

namespace gramme {

/// What one installation counted on a day. It alone writes its part, and each writing holds all
/// that the ones before held: of two, the one of the higher revision is right.
struct DayPart {
  /// Random id of the installation.
  std::string device;
  double revision = 0.0;
  std::vector<LedgerRow> rows;
};

/// A day of the ledger: the parts of all installations that were brought together in it. Adding
/// up parts never counts an exchange twice, in whatever order and however often they are merged.
struct LedgerDay {
  std::string date;
  /// Time zones that exchanges were told in, in order of the alphabet.
  std::vector<std::string> zones;
  /// In order of their device.
  std::vector<DayPart> parts;
};

inline constexpr std::size_t kMostDevices = 64;
inline constexpr std::size_t kMostZones = 16;

/// Notes a zone, once. Beyond the 16th they are left out.
void note_zone(LedgerDay& day, std::string_view zone);

/// The part of an installation; an empty one of revision 0 is made when it has none.
[[nodiscard]] DayPart& part_of(LedgerDay& day, std::string_view device);

/// All that either day holds (a state-based counter, Shapiro et al. 2011): commutative,
/// associative, idempotent. Precondition: both are of the same date.
[[nodiscard]] LedgerDay merged(const LedgerDay& one, const LedgerDay& other);

/// The day's rows, added up over its installations.
[[nodiscard]] Period period_of(const LedgerDay& day);

}  // namespace gramme
