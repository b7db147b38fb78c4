#include "catalog/estimator_names.hpp"
#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kWeight{0.0, 20.0};
constexpr Bounds kBandTokens{0.0, 1000.0};
constexpr Bounds kVersion{1.0, 1e6};
constexpr Bounds kTokenId{0.0, 1e6};

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

/// The ids of named tokens by their text.
std::vector<SpecialToken> read_special_tokens(const Value& value, const Path& path,
                                              Reading& reading) {
  Fields fields(value, path, reading);
  std::vector<SpecialToken> out;
  if (reading.problem) return out;
  for (const Member& member : *value.record()) {
    out.push_back({member.key, static_cast<std::uint32_t>(fields.number(member.key, kTokenId))});
  }
  return out;
}

ReservedTokens read_reserved(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"prefix", "suffix", "first_number", "first_id", "count"});
  const auto whole = [&](std::string_view key) {
    return static_cast<std::uint32_t>(fields.number(key, kTokenId));
  };
  return {.prefix = fields.text("prefix"),
          .suffix = fields.text("suffix"),
          .first_number = whole("first_number"),
          .first_id = whole("first_id"),
          .count = whole("count")};
}

SpecialTokens read_specials(Fields& fields) {
  SpecialTokens out;
  if (const Value* named = fields.find("special_tokens")) {
    out.named = read_special_tokens(*named, fields.at("special_tokens"), fields.reading());
  }
  const List* ranges = fields.list("reserved_tokens");
  for (std::size_t i = 0; ranges != nullptr && i < ranges->size(); ++i) {
    const Path list_path = fields.at("reserved_tokens");
    const Path path{&list_path, {}, static_cast<int>(i)};
    out.reserved.push_back(read_reserved((*ranges)[i], path, fields.reading()));
  }
  return out;
}

}  // namespace

Encoding read_encoding(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "vocabulary", "estimator", "special_tokens", "reserved_tokens",
                 "framing", "source", "as_of"});
  Encoding encoding;
  encoding.id = read_id(fields);
  encoding.name = fields.text("name");
  encoding.vocabulary = fields.text("vocabulary");
  encoding.special_tokens = read_specials(fields);
  encoding.framing = fields.optional_text("framing").value_or(std::string{});
  encoding.source = read_source(fields);
  const Value* estimator = fields.find("estimator");
  if (estimator != nullptr) {
    encoding.estimator = read_estimator(*estimator, fields.at("estimator"), reading);
  }
  return encoding;
}

}  // namespace gramme
