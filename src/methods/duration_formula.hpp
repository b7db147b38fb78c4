#pragma once

#include "gramme/units.hpp"

namespace gramme {

/// The machine that answers, and how many requests share it.
struct DurationServer {
  double devices = 1.0;
  Watts device_power;
  /// 1: the whole machine works for one request.
  double batch_size = 1.0;
  double lifetime_hours = 1.0;
  /// Making all of its devices.
  double fabrication_kilograms_co2e = 0.0;
};

struct DurationResult {
  WattHours energy;
  double embodied_grams_co2e = 0.0;
};

/// Energy and share of the making of a machine that is busy for that time
/// (docs/method.md#duration).
[[nodiscard]] DurationResult duration_formula(const DurationServer& server, Seconds time,
                                              double pue);

}  // namespace gramme
