#include "catalog/estimator_names.hpp"
#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kWeight{0.0, 20.0};
constexpr Bounds kBandTokens{0.0, 1000.0};
constexpr Bounds kVersion{1.0, 1e6};

TokenEstimator read_estimator(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"version", "weights", "feature_weights", "minimum_band_tokens"});
  TokenEstimator estimator;
  estimator.minimum_band_tokens = fields.number("minimum_band_tokens", kBandTokens);
  estimator.version = static_cast<int>(fields.number("version", kVersion));
  const Value* weights = fields.find("weights");
  if (weights == nullptr) {
    reading.report(ErrorCode::missing_key, fields.at("weights"), "a weight per token class");
    return estimator;
  }
  const Path weights_path = fields.at("weights");
  Fields classes(*weights, weights_path, reading, kClassNames);
  for (std::size_t i = 0; i < kTokenClassCount; ++i) {
    estimator.weights[i] = classes.range(kClassNames[i], kWeight);
  }
  const Value* additions = fields.find("feature_weights");
  if (additions == nullptr) return estimator;
  const Path additions_path = fields.at("feature_weights");
  Fields features(*additions, additions_path, reading, kFeatureNames);
  for (std::size_t i = 0; i < kTextFeatureCount; ++i) {
    estimator.weights[kTokenClassCount + i] =
        features.optional_range(kFeatureNames[i], kWeight).value_or(Range{});
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
