#include "methods/co2js_formula.hpp"

namespace gramme {

namespace {

// Figures of @tgwf/co2 0.19.0 (Apache-2.0).
constexpr double kBytesPerGigabyte = 1e9;

constexpr KilowattHours kSwd3PerGigabyte{0.81};
constexpr double kSwd3WorldGramsCo2ePerKilowattHour = 472.94;
constexpr double kFirstVisitShare = 0.75;
constexpr double kLaterVisitShare = 0.25;
constexpr double kReloadedShare = 0.02;

// Data centre, network and device.
constexpr KilowattHours kSwd4OperationPerGigabyte{0.055 + 0.059 + 0.080};
constexpr KilowattHours kSwd4MakingPerGigabyte{0.012 + 0.013 + 0.081};

// The network is the mean of wired, wireless and mobile.
constexpr KilowattHours kOneBytePerByte{7.2e-11 + (4.29e-10 + 1.52e-10 + 8.84e-10) / 3.0};
constexpr double kOneByteGramsCo2ePerKilowattHour = 519.0;

}  // namespace

double co2js_swd3_grams_co2e(const Co2jsTransfer& transfer) {
  const double share =
      transfer.is_visit ? kFirstVisitShare + kLaterVisitShare * kReloadedShare : 1.0;
  const KilowattHours energy = kSwd3PerGigabyte * (transfer.bytes / kBytesPerGigabyte * share);
  return energy.value * kSwd3WorldGramsCo2ePerKilowattHour;
}

double co2js_swd4_grams_co2e(double bytes, double grams_co2e_per_kilowatt_hour) {
  const double gigabytes = bytes / kBytesPerGigabyte;
  return (kSwd4OperationPerGigabyte * gigabytes).value * grams_co2e_per_kilowatt_hour +
         (kSwd4MakingPerGigabyte * gigabytes).value * kSwd4WorldGramsCo2ePerKilowattHour;
}

double co2js_one_byte_grams_co2e(double bytes) {
  return (kOneBytePerByte * bytes).value * kOneByteGramsCo2ePerKilowattHour;
}

}  // namespace gramme
