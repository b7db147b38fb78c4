#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gramme/catalog.hpp"
#include "gramme/result.hpp"

namespace gramme {

/// One metered request: the mean over many of the same kind, accelerators only.
struct ServingRow {
  /// Number of its record in the file; the header is 1.
  std::size_t number = 0;
  std::string model;
  std::string family;
  std::string hardware;
  const Accelerator* accelerator = nullptr;
  double total_parameters_billion = 0.0;
  double active_parameters_billion = 0.0;
  double output_tokens = 0.0;
  double energy_joules = 0.0;
  std::optional<double> input_tokens;
  std::optional<double> accelerators;
  std::optional<double> batch_size;
  std::optional<double> bytes_per_parameter;
  std::optional<double> latency_seconds;
  bool is_launched_by_layer = false;
};

/// Why rows were left out, and how many.
using SkippedRows = std::vector<std::pair<std::string, std::size_t>>;

struct ServingRows {
  std::vector<ServingRow> rows;
  SkippedRows skipped;
};

/// Reads measurements of served models (docs/data.md#measurements). Rows that cannot be used are
/// left out and counted by reason. Accelerators are looked up in the catalog.
/// Errors: missing_key (a column), invalid_csv, too_large.
[[nodiscard]] Result<ServingRows> read_serving_rows(const Catalog& catalog, std::string_view csv);

}  // namespace gramme
