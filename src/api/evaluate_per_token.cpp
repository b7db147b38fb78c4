#include "api/formula.hpp"
#include "methods/per_token_formula.hpp"

namespace gramme {

Result<Value> evaluate_per_token(const FormulaRequest& request) {
  const Result<MethodProfile> profile = formula_profile(request, "per-token");
  if (!profile) return profile.error();
  Fields in = formula_inputs(request.fields, {"model", "inputTokens", "cacheWriteTokens",
                                              "cacheReadTokens", "outputTokens"});
  const std::string model = in.text("model");
  const TokenCounts counts{{in.number("inputTokens", kAmount)},
                           {in.number("cacheWriteTokens", kAmount)},
                           {in.number("cacheReadTokens", kAmount)},
                           {in.number("outputTokens", kAmount)}};
  if (in.reading().problem) return *in.reading().problem;
  const std::optional<TokenTier> tier = tier_named_in(model);
  if (!tier) {
    return fail(ErrorCode::unknown_model, "/inputs/model", "the name says no tier of this method");
  }
  const TokenFactors factors = token_factors(*profile, *tier, &Range::central);
  return formula_answer(in.reading(), {{"gramsCo2e", per_token_grams_co2e(factors, counts)}});
}

}  // namespace gramme
