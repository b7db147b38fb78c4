#pragma once

#include <initializer_list>
#include <string_view>

#include "api/call.hpp"

namespace gramme {

/// A request for a method's formula: `method`, and what its reader takes besides.
struct FormulaRequest {
  const Catalog& catalog;
  Fields& fields;
};

/// A number of the answer.
struct Figure {
  std::string_view name;
  double value;
};

inline constexpr Bounds kAmount{0.0, 1e18};
/// A pue has at least 1 and no more than a building can waste.
inline constexpr Bounds kFormulaPue{1.0, 100.0};

/// The record under `inputs`; an absent one has no members, so that the first key is reported.
[[nodiscard]] Fields formula_inputs(Fields& request,
                                    std::initializer_list<std::string_view> known_keys);

/// The figures, or what was wrong in reading them. Errors: out_of_range where one is no number.
[[nodiscard]] Result<Value> formula_answer(const Reading& reading,
                                           std::initializer_list<Figure> figures);

/// The profile that the request names, with some of its constants replaced by the caller's.
/// Errors: unknown_method, unknown_key, out_of_range.
[[nodiscard]] Result<MethodProfile> formula_profile(const FormulaRequest& request,
                                                    std::string_view method_id);

// The readers of src/api/evaluate_*.cpp.
[[nodiscard]] Result<Value> evaluate_ecologits(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_prefill_decode_as_written(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_duration(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_per_token(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_jegham(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_epoch(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_llmcarbon_training(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_llmcarbon_inference(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_llmcarbon_embodied(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_sci(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_sci_embodied(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_sci_teads(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_co2js_swd3(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_co2js_swd4(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_co2js_one_byte(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_codecarbon_energy(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_codecarbon_counter(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_codecarbon_pounds(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_codecarbon_country(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_codecarbon_memory(const FormulaRequest& request);
[[nodiscard]] Result<Value> evaluate_codecarbon_cpu(const FormulaRequest& request);

}  // namespace gramme
