// How long one estimate takes natively, for `npm run bench -- estimate`: microseconds of the core's
// function and of the door with its JSON, of varied exchanges, as JSON.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>

#include "api/call.hpp"
#include "gramme/estimate.hpp"

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRounds = 40;
constexpr int kExchanges = 2000;
constexpr std::array<const char*, 5> kModels{"gpt-4o", "claude-sonnet-4-5", "GPT-5.5 Thinking",
                                             "llama-3.1-70b", "a model nobody knows"};

gramme::Exchange exchange_of(int index) {
  gramme::Exchange exchange;
  exchange.model = kModels.at(static_cast<std::size_t>(index) % kModels.size());
  exchange.input_tokens = gramme::exactly(100.0 + index);
  exchange.output_tokens = gramme::exactly(50.0 + index % 700);
  return exchange;
}

std::string request_of(const gramme::Exchange& exchange) {
  return "{\"model\":\"" + exchange.model +
         "\",\"inputTokens\":" + std::to_string(exchange.input_tokens.central) +
         ",\"outputTokens\":" + std::to_string(exchange.output_tokens.central) + "}";
}

/// The least of the rounds: what the work takes when nothing else disturbs it.
template <typename Work>
double microseconds_each(Work work) {
  double least = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const auto begun = Clock::now();
    for (int index = 0; index < kExchanges; ++index) work(index);
    const std::chrono::duration<double, std::micro> taken = Clock::now() - begun;
    least = std::min(least, taken.count() / kExchanges);
  }
  return least;
}

}  // namespace

int main() {
  const gramme::Core core = gramme::make_full_core();
  std::array<gramme::Exchange, kExchanges> exchanges;
  std::array<std::string, kExchanges> requests;
  for (int index = 0; index < kExchanges; ++index) {
    const auto place = static_cast<std::size_t>(index);
    exchanges.at(place) = exchange_of(index);
    requests.at(place) = request_of(exchanges.at(place));
  }
  double watt_hours = 0.0;
  std::size_t bytes = 0;
  const double function = microseconds_each([&](int index) {
    const auto made = estimate(*core.catalog, exchanges.at(static_cast<std::size_t>(index)));
    watt_hours += made->footprint.energy_watt_hours.central;
  });
  const double door = microseconds_each([&](int index) {
    bytes += call(core, "estimate", requests.at(static_cast<std::size_t>(index))).size();
  });
  std::printf("{\"estimateMicroseconds\":%.3f,\"doorMicroseconds\":%.3f}\n", function, door);
  return watt_hours > 0.0 && bytes > 0 ? 0 : 1;
}
