// `gramme calibrate` natively: fits files of measurements, read in blocks, and writes the envelope.
// usage: gramme_calibrate FILE…   (hardware as the file or its name says)
// Standard error: seconds and peak memory, for npm run bench:calibrate.
#include <sys/resource.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <vector>

#include "api/call.hpp"
#include "json/json.hpp"

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 18U;

/// Calibrations of one core are numbered from 1.
constexpr double kCalibration = 1.0;

std::string step(gramme::Core& core, gramme::Record request, std::string_view part = {}) {
  return gramme::calibrate_call(core, gramme::write_json(std::move(request)), part);
}

bool is_ok(const std::string& envelope) { return envelope.starts_with("{\"ok\":true"); }

/// The envelope of what went wrong, or of the last part.
std::string read_file(gramme::Core& core, const std::string& name) {
  std::ifstream stream(name, std::ios::binary);
  std::string answer =
      step(core, {{"step", "file"}, {"calibration", kCalibration}, {"name", name}});
  std::vector<char> block(kBlockBytes);
  while (is_ok(answer) && stream.good()) {
    stream.read(block.data(), static_cast<std::streamsize>(block.size()));
    const std::string_view part(block.data(), static_cast<std::size_t>(stream.gcount()));
    answer = step(core, {{"step", "part"}, {"calibration", kCalibration}}, part);
  }
  return answer;
}

std::string calibrate(const std::vector<std::string>& files) {
  gramme::Core core = gramme::make_core();
  (void)step(core, {{"step", "open"}, {"asOf", "today"}});
  for (const std::string& file : files) {
    const std::string answer = read_file(core, file);
    if (!is_ok(answer)) return answer;
  }
  return step(core, {{"step", "finish"}, {"calibration", kCalibration}});
}

}  // namespace

int main(int count, char** arguments) {
  const auto start = std::chrono::steady_clock::now();
  const std::string answer = calibrate({arguments + 1, arguments + count});
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  rusage used{};
  (void)getrusage(RUSAGE_SELF, &used);
  std::cout << answer << "\n";
  std::cerr << "{\"seconds\":" << seconds.count() << ",\"peakKilobytes\":" << used.ru_maxrss
            << "}\n";
  return is_ok(answer) ? 0 : 2;
}
