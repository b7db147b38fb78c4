#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gramme/usage.hpp"

namespace gramme {

/// From a moment on, clocks at the place are so many seconds ahead of UTC.
struct ZoneShift {
  double from_unix_seconds = 0.0;
  double offset_seconds = 0.0;
};

/// When something happened; a text without a zone gives a day alone.
struct Moment {
  DayNumber day = kUnknownDay;
  std::optional<double> unix_seconds;
};

/// The calendar of a place: days change there when its clocks say so.
class Calendar {
 public:
  /// Shifts in ascending order; none: UTC.
  explicit Calendar(std::vector<ZoneShift> shifts = {}) : shifts_(std::move(shifts)) {}

  /// Seconds since 1970 in UTC, or milliseconds where they are too many for seconds.
  [[nodiscard]] std::optional<Moment> at(double unix_time) const;

  /// "2026-01-15", "2026-01-15T10:20:30.5Z", with an offset such as "+02:00", a blank instead of
  /// the T, or digits of a Unix time. Absent for anything else.
  [[nodiscard]] std::optional<Moment> at(std::string_view text) const;

 private:
  std::vector<ZoneShift> shifts_;
};

}  // namespace gramme
