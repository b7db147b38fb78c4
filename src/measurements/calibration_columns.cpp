#include "measurements/calibration_columns.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "gramme/units.hpp"

namespace gramme {

namespace {

using Header = std::span<const std::string_view>;

struct KnownColumn {
  std::string_view name;
  double factor = 1.0;
};

constexpr double kSecondsPerNanosecond = 1e-9;
constexpr double kPerKilowattHour = kWattHoursPerKilowattHour;
constexpr double kPerJoule = 1.0 / kJoulesPerWattHour;

constexpr std::array kModel{KnownColumn{"model_name"}, KnownColumn{"model"}};
constexpr std::array kHardware{KnownColumn{"hardware"}};
constexpr std::array kInput{KnownColumn{"prompt_token_length"}, KnownColumn{"prompt_eval_count"},
                            KnownColumn{"input_tokens"}};
constexpr std::array kOutput{KnownColumn{"response_token_length"}, KnownColumn{"eval_count"},
                             KnownColumn{"output_tokens"}};
constexpr std::array kDuration{KnownColumn{"total_duration", kSecondsPerNanosecond},
                               KnownColumn{"duration_seconds"}, KnownColumn{"latency_s"}};

/// One way in which files tell the energy; the parts that a file has are added up.
struct KnownEnergy {
  std::array<KnownColumn, 2> parts;
  std::array<std::string_view, 2> boundary;
  bool is_melodi = false;
};

constexpr std::array kEnergies{
    KnownEnergy{{KnownColumn{"energy_consumption_llm_total", kPerKilowattHour}},
                {"accelerators", "host"},
                true},
    KnownEnergy{
        {KnownColumn{"energy_consumption_llm", kPerKilowattHour}}, {"accelerators", "host"}, true},
    KnownEnergy{{KnownColumn{"energy_consumption_llm_cpu", kPerKilowattHour},
                 KnownColumn{"energy_consumption_llm_gpu", kPerKilowattHour}},
                {"accelerators", "host"},
                true},
    KnownEnergy{{KnownColumn{"energy_watt_hours"}}, {"measured"}},
    KnownEnergy{{KnownColumn{"energy_kilowatt_hours", kPerKilowattHour}}, {"measured"}},
    KnownEnergy{{KnownColumn{"energy_joules", kPerJoule}}, {"measured"}},
    KnownEnergy{{KnownColumn{"energy_j", kPerJoule}}, {"accelerators"}},
};

/// Reads columns out of one header; the first problem stays.
class Finder {
 public:
  explicit Finder(Header header) : header_(header) {}

  [[nodiscard]] std::optional<MeasuredColumn> one(const KnownColumn& known) {
    const auto found = std::find(header_.begin(), header_.end(), known.name);
    if (known.name.empty() || found == header_.end()) return std::nullopt;
    if (std::find(found + 1, header_.end(), known.name) != header_.end()) {
      report(ErrorCode::duplicate_id,
             "the column \"" + std::string(known.name) + "\" stands twice");
    }
    return MeasuredColumn{known.name, static_cast<std::size_t>(found - header_.begin()),
                          known.factor};
  }

  [[nodiscard]] std::optional<MeasuredColumn> first_of(std::span<const KnownColumn> names) {
    for (const KnownColumn& known : names) {
      if (auto column = one(known)) return column;
    }
    return std::nullopt;
  }

  [[nodiscard]] MeasuredColumn required(std::span<const KnownColumn> names) {
    if (const auto column = first_of(names)) return *column;
    report_missing(names.back().name, names.front().name);
    return {};
  }

  [[nodiscard]] EnergyColumns parts_of(const KnownEnergy& known) {
    EnergyColumns parts;
    for (const KnownColumn& part : known.parts) {
      if (const auto column = one(part)) parts.push_back(*column);
    }
    return parts;
  }

  void report_missing(std::string_view own, std::string_view melodi) {
    report(ErrorCode::missing_key, "the column \"" + std::string(own) + "\" (or \"" +
                                       std::string(melodi) + "\") is missing");
  }

  [[nodiscard]] Problem take_problem() { return std::move(problem_); }

 private:
  void report(ErrorCode code, std::string message) {
    if (!problem_) problem_ = fail(code, "/rows/1", std::move(message));
  }

  Header header_;
  Problem problem_;
};

[[nodiscard]] std::vector<std::string_view> boundary_of(const KnownEnergy& known) {
  std::vector<std::string_view> out(known.boundary.begin(), known.boundary.end());
  out.erase(std::remove(out.begin(), out.end(), std::string_view{}), out.end());
  return out;
}

void find_energy(CalibrationColumns& columns, Finder& finder) {
  for (const KnownEnergy& known : kEnergies) {
    EnergyColumns parts = finder.parts_of(known);
    if (parts.empty()) continue;
    if (columns.energy.empty()) {
      columns.is_melodi = known.is_melodi;
      columns.boundary = boundary_of(known);
    }
    columns.energy.push_back(std::move(parts));
  }
  if (columns.energy.empty()) {
    finder.report_missing("energy_watt_hours", "energy_consumption_llm_total");
  }
}

}  // namespace

Result<CalibrationColumns> find_calibration_columns(Header header) {
  Finder finder(header);
  CalibrationColumns columns;
  columns.width = header.size();
  columns.model = finder.required(kModel);
  columns.hardware = finder.first_of(kHardware);
  columns.input_tokens = finder.required(kInput);
  columns.output_tokens = finder.required(kOutput);
  find_energy(columns, finder);
  columns.duration = finder.first_of(kDuration);
  if (Problem problem = finder.take_problem()) return *std::move(problem);
  return columns;
}

}  // namespace gramme
