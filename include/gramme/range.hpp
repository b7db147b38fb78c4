#pragma once

namespace gramme {

/// An uncertain figure: low ≤ central ≤ high, in the unit its name says.
struct Range {
  double low = 0.0;
  double central = 0.0;
  double high = 0.0;

  friend constexpr bool operator==(const Range&, const Range&) = default;
};

/// A figure known exactly.
[[nodiscard]] constexpr Range exactly(double value) { return {value, value, value}; }

[[nodiscard]] constexpr bool is_ordered(const Range& range) {
  return range.low <= range.central && range.central <= range.high;
}

[[nodiscard]] constexpr bool is_exact(const Range& range) {
  return range.low == range.central && range.central == range.high;
}

/// Sum bound by bound: the sum of ranges is a range.
[[nodiscard]] constexpr Range operator+(const Range& a, const Range& b) {
  return {a.low + b.low, a.central + b.central, a.high + b.high};
}

constexpr Range& operator+=(Range& a, const Range& b) { return a = a + b; }

/// Product bound by bound; both sides must be ≥ 0.
[[nodiscard]] constexpr Range operator*(const Range& a, const Range& b) {
  return {a.low * b.low, a.central * b.central, a.high * b.high};
}

[[nodiscard]] constexpr Range operator*(const Range& range, double factor) {
  return {range.low * factor, range.central * factor, range.high * factor};
}

}  // namespace gramme
