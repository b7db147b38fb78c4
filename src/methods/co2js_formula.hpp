#pragma once

#include "gramme/units.hpp"

namespace gramme {

/// Data that crosses the network, as @tgwf/co2 counts it.
struct Co2jsTransfer {
  double bytes = 0.0;
  /// A usual mix of first and later visits, which reload a part, instead of one transfer.
  bool is_visit = false;
};

/// Sustainable Web Design, version 3: one energy per gigabyte, the world's intensity.
[[nodiscard]] double co2js_swd3_grams_co2e(const Co2jsTransfer& transfer);

/// Sustainable Web Design, version 4: operation at an intensity, making of hardware at the world's.
[[nodiscard]] double co2js_swd4_grams_co2e(double bytes, double grams_co2e_per_kilowatt_hour);

/// The world's intensity in version 4.
inline constexpr double kSwd4WorldGramsCo2ePerKilowattHour = 494.0;

/// The OneByte model: data centre and network.
[[nodiscard]] double co2js_one_byte_grams_co2e(double bytes);

}  // namespace gramme
