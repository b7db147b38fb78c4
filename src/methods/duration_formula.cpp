#include "methods/duration_formula.hpp"

namespace gramme {

DurationResult duration_formula(const DurationServer& server, Seconds time, double pue) {
  const Watts power = server.device_power * server.devices / server.batch_size;
  const double life_share = time.value / (server.lifetime_hours * kSecondsPerHour);
  return {to_watt_hours(power * time * pue),
          life_share * server.fabrication_kilograms_co2e * kGramsPerKilogram / server.batch_size};
}

}  // namespace gramme
