// A method's formula with every input given: for conformance and for people who know their server.
#include "api/formula.hpp"

namespace gramme {

namespace {

struct FormulaEntry {
  std::string_view method;
  Result<Value> (*evaluate)(const FormulaRequest&);
  /// Whether its constants come from a profile of config/methods.yaml.
  bool has_profile = false;
};

/// Every formula that is open: one line each.
constexpr std::array kFormulas{
    FormulaEntry{"ecologits", &evaluate_ecologits, true},
    FormulaEntry{"prefill-decode-as-written", &evaluate_prefill_decode_as_written},
    FormulaEntry{"duration", &evaluate_duration},
    FormulaEntry{"per-token", &evaluate_per_token, true},
    FormulaEntry{"jegham-2025", &evaluate_jegham},
    FormulaEntry{"epoch-2025", &evaluate_epoch},
    FormulaEntry{"llmcarbon-training", &evaluate_llmcarbon_training},
    FormulaEntry{"llmcarbon-inference", &evaluate_llmcarbon_inference},
    FormulaEntry{"llmcarbon-embodied", &evaluate_llmcarbon_embodied},
    FormulaEntry{"sci", &evaluate_sci},
    FormulaEntry{"sci-embodied", &evaluate_sci_embodied},
    FormulaEntry{"sci-teads", &evaluate_sci_teads},
    FormulaEntry{"co2js-swd3", &evaluate_co2js_swd3},
    FormulaEntry{"co2js-swd4", &evaluate_co2js_swd4},
    FormulaEntry{"co2js-1byte", &evaluate_co2js_one_byte},
    FormulaEntry{"codecarbon-energy", &evaluate_codecarbon_energy},
    FormulaEntry{"codecarbon-counter", &evaluate_codecarbon_counter},
    FormulaEntry{"codecarbon-pounds", &evaluate_codecarbon_pounds},
    FormulaEntry{"codecarbon-country", &evaluate_codecarbon_country},
    FormulaEntry{"codecarbon-memory", &evaluate_codecarbon_memory},
    FormulaEntry{"codecarbon-cpu", &evaluate_codecarbon_cpu},
};

const FormulaEntry* find_formula(std::string_view method) {
  for (const FormulaEntry& entry : kFormulas) {
    if (entry.method == method) return &entry;
  }
  return nullptr;
}

}  // namespace

Result<Value> evaluate_call(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"method", "profile", "constants", "inputs"});
  const std::string id = fields.text("method");
  if (reading.problem) return *reading.problem;
  const FormulaEntry* formula = find_formula(id);
  if (formula == nullptr) {
    return fail(ErrorCode::unknown_method, "/method", "no formula is open under that name");
  }
  for (const std::string_view key : {"profile", "constants"}) {
    if (formula->has_profile || fields.find(key) == nullptr) continue;
    reading.report(ErrorCode::unknown_key, fields.at(key), "this formula takes inputs alone");
    return *reading.problem;
  }
  return formula->evaluate({*core.catalog, fields});
}

}  // namespace gramme
