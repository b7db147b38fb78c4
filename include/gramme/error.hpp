#pragma once

#include <array>
#include <string>
#include <string_view>

namespace gramme {

/// Every way a call can fail. docs/errors.md explains each; a test compares the two lists.
enum class ErrorCode {
  invalid_json,
  invalid_yaml,
  invalid_csv,
  invalid_type,
  missing_key,
  unknown_key,
  out_of_range,
  too_large,
  too_deep,
  duplicate_id,
  missing_source,
  dangling_reference,
  unknown_model,
  unknown_region,
  unknown_provider,
  market_figure_unknown,
  unknown_accelerator,
  unknown_method,
  unknown_encoding,
  unknown_framing,
  unknown_function,
  unknown_stream,
  vocabulary_missing,
  vocabulary_corrupt,
  vocabulary_unsupported,
  stream_finished,
  fit_impossible,
  damaged_record,
  internal_error,
};

struct ErrorName {
  ErrorCode code;
  std::string_view name;
};

inline constexpr std::array kErrorNames{
    ErrorName{ErrorCode::invalid_json, "invalid_json"},
    ErrorName{ErrorCode::invalid_yaml, "invalid_yaml"},
    ErrorName{ErrorCode::invalid_csv, "invalid_csv"},
    ErrorName{ErrorCode::invalid_type, "invalid_type"},
    ErrorName{ErrorCode::missing_key, "missing_key"},
    ErrorName{ErrorCode::unknown_key, "unknown_key"},
    ErrorName{ErrorCode::out_of_range, "out_of_range"},
    ErrorName{ErrorCode::too_large, "too_large"},
    ErrorName{ErrorCode::too_deep, "too_deep"},
    ErrorName{ErrorCode::duplicate_id, "duplicate_id"},
    ErrorName{ErrorCode::missing_source, "missing_source"},
    ErrorName{ErrorCode::dangling_reference, "dangling_reference"},
    ErrorName{ErrorCode::unknown_model, "unknown_model"},
    ErrorName{ErrorCode::unknown_region, "unknown_region"},
    ErrorName{ErrorCode::unknown_provider, "unknown_provider"},
    ErrorName{ErrorCode::market_figure_unknown, "market_figure_unknown"},
    ErrorName{ErrorCode::unknown_accelerator, "unknown_accelerator"},
    ErrorName{ErrorCode::unknown_method, "unknown_method"},
    ErrorName{ErrorCode::unknown_encoding, "unknown_encoding"},
    ErrorName{ErrorCode::unknown_framing, "unknown_framing"},
    ErrorName{ErrorCode::unknown_function, "unknown_function"},
    ErrorName{ErrorCode::unknown_stream, "unknown_stream"},
    ErrorName{ErrorCode::vocabulary_missing, "vocabulary_missing"},
    ErrorName{ErrorCode::vocabulary_corrupt, "vocabulary_corrupt"},
    ErrorName{ErrorCode::vocabulary_unsupported, "vocabulary_unsupported"},
    ErrorName{ErrorCode::stream_finished, "stream_finished"},
    ErrorName{ErrorCode::fit_impossible, "fit_impossible"},
    ErrorName{ErrorCode::damaged_record, "damaged_record"},
    ErrorName{ErrorCode::internal_error, "internal_error"},
};

/// The code as it crosses every boundary, e.g. "unknown_model".
[[nodiscard]] constexpr std::string_view name_of(ErrorCode code) {
  for (const ErrorName& entry : kErrorNames) {
    if (entry.code == code) return entry.name;
  }
  return "internal_error";
}

/// What went wrong, where (JSON pointer or config path), and what to do about it.
struct Error {
  ErrorCode code = ErrorCode::internal_error;
  std::string path;
  std::string message;
};

}  // namespace gramme
