#pragma once

namespace gramme {

/// A number that knows its unit: adding watts to seconds does not compile.
template <typename Tag>
struct Quantity {
  double value = 0.0;

  friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
  friend constexpr Quantity operator*(Quantity a, double factor) { return {a.value * factor}; }
  friend constexpr Quantity operator/(Quantity a, double divisor) { return {a.value / divisor}; }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
  friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;
};

using Watts = Quantity<struct WattsTag>;
using Seconds = Quantity<struct SecondsTag>;
using Joules = Quantity<struct JoulesTag>;
using WattHours = Quantity<struct WattHoursTag>;
using KilowattHours = Quantity<struct KilowattHoursTag>;
using Tokens = Quantity<struct TokensTag>;
using TokensPerSecond = Quantity<struct TokensPerSecondTag>;

inline constexpr double kJoulesPerWattHour = 3600.0;
inline constexpr double kSecondsPerHour = 3600.0;
inline constexpr double kWattHoursPerKilowattHour = 1000.0;
inline constexpr double kGramsPerKilogram = 1000.0;
inline constexpr double kBitsPerByte = 8.0;

[[nodiscard]] constexpr Joules operator*(Watts power, Seconds time) {
  return {power.value * time.value};
}
[[nodiscard]] constexpr Seconds operator/(Tokens tokens, TokensPerSecond speed) {
  return {tokens.value / speed.value};
}
[[nodiscard]] constexpr WattHours to_watt_hours(Joules energy) {
  return {energy.value / kJoulesPerWattHour};
}
[[nodiscard]] constexpr WattHours to_watt_hours(KilowattHours energy) {
  return {energy.value * kWattHoursPerKilowattHour};
}
[[nodiscard]] constexpr KilowattHours to_kilowatt_hours(WattHours energy) {
  return {energy.value / kWattHoursPerKilowattHour};
}

}  // namespace gramme
