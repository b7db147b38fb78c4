#include "measurements/serving_rows.hpp"

#include <algorithm>
#include <array>

#include "measurements/csv.hpp"
#include "measurements/number_text.hpp"

namespace gramme {

namespace {

using Record = std::vector<std::string_view>;

enum Column : std::size_t {
  kModel,
  kFamily,
  kHardware,
  kParameters,
  kOutputTokens,
  kEnergy,
  kActiveParameters,
  kInputTokens,
  kGpus,
  kBatchSize,
  kPrecision,
  kLatency,
  kEngine,
  kColumns
};

constexpr std::array<std::string_view, kColumns> kColumnNames{
    "model",     "family",          "hardware",     "params_b", "output_tokens",
    "energy_j",  "active_params_b", "input_tokens", "gpus",     "batch_size",
    "precision", "latency_s",       "engine"};
constexpr std::size_t kRequired = kActiveParameters;

struct Precision {
  std::string_view name;
  double bytes;
};

/// mxfp4 keeps a scale of 8 bits for each 32 weights.
constexpr std::array kPrecisions{Precision{"float32", 4.0}, Precision{"bfloat16", 2.0},
                                 Precision{"float16", 2.0}, Precision{"bf16", 2.0},
                                 Precision{"fp16", 2.0},    Precision{"fp8", 1.0},
                                 Precision{"int8", 1.0},    Precision{"mxfp4", 0.53125},
                                 Precision{"fp4", 0.53125}, Precision{"int4", 0.53125}};

/// Engines that launch each layer's kernels on their own.
constexpr std::string_view kLayerByLayer = "HF/";

constexpr double kMostTokens = 1e9;
constexpr double kMostJoules = 1e12;
constexpr double kMostBillions = 1e6;

[[nodiscard]] std::optional<double> number_of(std::string_view text, double most) {
  const std::optional<double> value = number_in(text);
  return value && *value > 0.0 && *value <= most ? value : std::nullopt;
}

class Reader {
 public:
  explicit Reader(const Catalog& catalog) : catalog_(catalog) {}

  [[nodiscard]] Problem read(const Record& record) {
    ++number_;
    if (!has_header_) return read_header(record);
    if (record.size() != width_) return skip("another number of fields than the header");
    return read_row(record);
  }

  [[nodiscard]] bool has_header() const { return has_header_; }
  [[nodiscard]] ServingRows take() { return std::move(out_); }

 private:
  [[nodiscard]] Problem read_header(const Record& record) {
    has_header_ = true;
    width_ = record.size();
    for (std::size_t i = 0; i < kColumns; ++i) {
      const auto found = std::find(record.begin(), record.end(), kColumnNames[i]);
      if (found != record.end()) {
        places_[i] = static_cast<std::size_t>(found - record.begin());
      } else if (i < kRequired) {
        return fail(ErrorCode::missing_key, "/rows/1",
                    "the column \"" + std::string(kColumnNames[i]) + "\" is missing");
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string_view text(const Record& record, Column column) const {
    return places_[column] ? record[*places_[column]] : std::string_view{};
  }

  /// Nothing where it is missing or wrong.
  [[nodiscard]] std::optional<double> number(const Record& record, Column column,
                                             double most) const {
    return number_of(text(record, column), most);
  }

  [[nodiscard]] Problem read_row(const Record& record) {
    const auto total = number(record, kParameters, kMostBillions);
    const auto output = number(record, kOutputTokens, kMostTokens);
    const auto energy = number(record, kEnergy, kMostJoules);
    if (!total) return skip("params_b is no positive number");
    if (!output) return skip("output_tokens is no positive number");
    if (!energy) return skip("energy_j is no positive number");
    ServingRow row;
    row.number = number_;
    row.hardware = text(record, kHardware);
    row.accelerator = find_accelerator(catalog_, row.hardware);
    if (row.accelerator == nullptr) return skip("the hardware is not in the catalog");
    if (!row.accelerator->has_speeds()) return skip("the hardware's speeds are not published");
    row.model = text(record, kModel);
    row.family = text(record, kFamily);
    row.total_parameters_billion = *total;
    const auto active = number(record, kActiveParameters, kMostBillions);
    row.active_parameters_billion = std::min(active.value_or(*total), *total);
    row.output_tokens = *output;
    row.energy_joules = *energy;
    row.input_tokens = number(record, kInputTokens, kMostTokens);
    row.accelerators = number(record, kGpus, kMostTokens);
    row.batch_size = number(record, kBatchSize, kMostTokens);
    row.latency_seconds = number(record, kLatency, kMostTokens);
    row.is_launched_by_layer = text(record, kEngine).starts_with(kLayerByLayer);
    put_precision(row, text(record, kPrecision));
    out_.rows.push_back(std::move(row));
    return std::nullopt;
  }

  static void put_precision(ServingRow& row, std::string_view name) {
    for (const Precision& precision : kPrecisions) {
      if (precision.name == name) row.bytes_per_parameter = precision.bytes;
    }
  }

  [[nodiscard]] Problem skip(const char* reason) {
    for (auto& [known, rows] : out_.skipped) {
      if (known != reason) continue;
      ++rows;
      return std::nullopt;
    }
    out_.skipped.emplace_back(reason, 1);
    return std::nullopt;
  }

  const Catalog& catalog_;
  std::size_t number_ = 0;
  bool has_header_ = false;
  std::size_t width_ = 0;
  std::array<std::optional<std::size_t>, kColumns> places_{};
  ServingRows out_;
};

}  // namespace

Result<ServingRows> read_serving_rows(const Catalog& catalog, std::string_view csv) {
  Reader reader(catalog);
  CsvRecords records;
  const auto visit = [&](const Record& record) { return reader.read(record); };
  if (Problem problem = records.feed(csv, visit)) return *std::move(problem);
  if (Problem problem = records.finish(visit)) return *std::move(problem);
  if (!reader.has_header()) {
    return fail(ErrorCode::missing_key, "/rows/1", "the file is empty: a header row is expected");
  }
  return reader.take();
}

}  // namespace gramme
