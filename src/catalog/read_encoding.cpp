#include <array>

#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kWeight{0.01, 20.0};
constexpr Bounds kBandTokens{0.0, 1000.0};

// In the order of TokenClass.
constexpr std::array<std::string_view, kTokenClassCount> kClassNames{
    "blank", "lower_word",   "mixed_word",     "digits", "punctuation",
    "cjk",   "other_script", "accented_latin", "symbol"};

TokenEstimator read_estimator(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"weights", "minimum_band_tokens"});
  TokenEstimator estimator;
  estimator.minimum_band_tokens = fields.number("minimum_band_tokens", kBandTokens);
  const Value* weights = fields.find("weights");
  if (weights == nullptr) {
    reading.report(ErrorCode::missing_key, fields.at("weights"), "a weight per token class");
    return estimator;
  }
  const Path weights_path = fields.at("weights");
  Fields classes(*weights, weights_path, reading,
                 {"blank", "lower_word", "mixed_word", "digits", "punctuation", "cjk",
                  "other_script", "accented_latin", "symbol"});
  for (std::size_t i = 0; i < kTokenClassCount; ++i) {
    estimator.weights[i] = classes.range(kClassNames[i], kWeight);
  }
  return estimator;
}

}  // namespace

Encoding read_encoding(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"id", "name", "vocabulary", "estimator", "source", "as_of"});
  Encoding encoding;
  encoding.id = read_id(fields);
  encoding.name = fields.text("name");
  encoding.vocabulary = fields.text("vocabulary");
  encoding.source = read_source(fields);
  const Value* estimator = fields.find("estimator");
  if (estimator != nullptr) {
    encoding.estimator = read_estimator(*estimator, fields.at("estimator"), reading);
  }
  return encoding;
}

}  // namespace gramme
