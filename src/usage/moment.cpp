#include "usage/moment.hpp"

#include <algorithm>
#include <cmath>

#include "measurements/number_text.hpp"

namespace gramme {

namespace {

constexpr double kSecondsPerDay = 86400.0;
constexpr double kMillisecondsPerSecond = 1000.0;
/// From here on a number must be of milliseconds: the year 5138 in seconds, 1973 in milliseconds.
constexpr double kLeastMilliseconds = 1e11;
/// 1990 and 2200: what lies outside is no time of a request.
constexpr double kEarliestSeconds = 631152000.0;
constexpr double kLatestSeconds = 7258118400.0;
constexpr std::size_t kDateLength = 10;
constexpr std::size_t kTimeLength = 8;

std::optional<int> two_digits(std::string_view text, std::size_t at, int most) {
  if (at + 2 > text.size()) return std::nullopt;
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  if (!is_digit(text[at]) || !is_digit(text[at + 1])) return std::nullopt;
  const int value = 10 * (text[at] - '0') + (text[at + 1] - '0');
  return value <= most ? std::optional(value) : std::nullopt;
}

/// "10:20:30" or "10:20" as seconds of the day.
std::optional<int> time_of_day(std::string_view text) {
  const auto hours = two_digits(text, 0, 23);
  const auto minutes = two_digits(text, 3, 59);
  if (!hours || !minutes || text[2] != ':') return std::nullopt;
  const bool has_seconds = text.size() >= kTimeLength && text[5] == ':';
  const auto seconds = has_seconds ? two_digits(text, 6, 60) : std::optional(0);
  if (!seconds) return std::nullopt;
  return *hours * 3600 + *minutes * 60 + *seconds;
}

/// Seconds ahead of UTC: "Z", "+02:00", "-0330", " UTC"; absent where no zone is written.
std::optional<int> offset_in(std::string_view tail) {
  if (tail == "Z" || tail == "z" || tail == " UTC" || tail == " +0000 UTC") return 0;
  if (tail.empty() || (tail[0] != '+' && tail[0] != '-')) return std::nullopt;
  const auto hours = two_digits(tail, 1, 14);
  const auto minutes = two_digits(tail, tail.size() > 3 && tail[3] == ':' ? 4 : 3, 59);
  if (!hours) return std::nullopt;
  const int offset = *hours * 3600 + minutes.value_or(0) * 60;
  return tail[0] == '-' ? -offset : offset;
}

std::string_view without_fraction(std::string_view text) {
  if (text.empty() || (text[0] != '.' && text[0] != ',')) return text;
  const std::size_t end = text.find_first_not_of("0123456789", 1);
  return end == std::string_view::npos ? std::string_view{} : text.substr(end);
}

}  // namespace

std::optional<Moment> Calendar::at(double unix_time) const {
  const double seconds =
      unix_time >= kLeastMilliseconds ? unix_time / kMillisecondsPerSecond : unix_time;
  if (!(seconds >= kEarliestSeconds && seconds <= kLatestSeconds)) return std::nullopt;
  const auto after = std::upper_bound(
      shifts_.begin(), shifts_.end(), seconds,
      [](double s, const ZoneShift& shift) { return s < shift.from_unix_seconds; });
  const double offset = after == shifts_.begin() ? 0.0 : std::prev(after)->offset_seconds;
  return Moment{static_cast<DayNumber>(std::floor((seconds + offset) / kSecondsPerDay)), seconds};
}

std::optional<Moment> Calendar::at(std::string_view text) const {
  if (const std::optional<double> number = number_in(text)) return at(*number);
  const std::optional<DayNumber> day = day_of_date(text.substr(0, kDateLength));
  if (!day || text.size() == kDateLength) {
    return day ? std::optional(Moment{*day, std::nullopt}) : std::nullopt;
  }
  if (text[kDateLength] != 'T' && text[kDateLength] != ' ') return std::nullopt;
  const std::string_view time = text.substr(kDateLength + 1);
  const std::optional<int> of_day = time_of_day(time);
  if (!of_day) return std::nullopt;
  const bool has_seconds = time.size() >= kTimeLength && time[5] == ':';
  const std::string_view tail = without_fraction(time.substr(has_seconds ? kTimeLength : 5));
  const std::optional<int> offset = offset_in(tail);
  // A clock that does not say which: its own day is the best there is.
  if (!offset) return tail.empty() ? std::optional(Moment{*day, std::nullopt}) : std::nullopt;
  return at(*day * kSecondsPerDay + *of_day - *offset);
}

}  // namespace gramme
