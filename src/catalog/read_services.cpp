#include <array>

#include "catalog/read_sections.hpp"

namespace gramme {

namespace {

constexpr Bounds kWattHoursPerMinute{1e-6, 1000.0};
constexpr Bounds kSecondsPerMinute{1e-3, 1e5};
constexpr Bounds kBatchSize{1.0, 1e6};
/// A character has at most four bytes, and a token at least one of them.
constexpr Bounds kCharactersPerToken{0.25, 100.0};

template <typename Choice>
struct ChoiceName {
  std::string_view name;
  Choice choice;
};

constexpr std::array kKinds{
    ChoiceName<ServiceKind>{"transcription", ServiceKind::transcription},
    ChoiceName<ServiceKind>{"translation", ServiceKind::translation},
    ChoiceName<ServiceKind>{"text-generation", ServiceKind::text_generation}};
constexpr std::array kSizes{ChoiceName<VocabularySize>{"small", VocabularySize::small},
                            ChoiceName<VocabularySize>{"large", VocabularySize::large}};

template <typename Choice, std::size_t Count>
Choice read_choice(Fields& fields, std::string_view key,
                   const std::array<ChoiceName<Choice>, Count>& names) {
  const std::string given = fields.text(key);
  std::string known;
  for (const ChoiceName<Choice>& entry : names) {
    if (entry.name == given) return entry.choice;
    known += (known.empty() ? "" : ", ") + std::string(entry.name);
  }
  fields.reading().report(ErrorCode::out_of_range, fields.at(key), "one of " + known);
  return names.front().choice;
}

}  // namespace

ServiceProfile read_service_profile(const Value& value, const Path& path, Reading& reading) {
  Fields fields(
      value, path, reading,
      {"id", "name", "kind", "provider", "watt_hours_per_audio_minute", "seconds_per_audio_minute",
       "model", "vocabulary", "batch_size", "source", "as_of"});
  ServiceProfile profile;
  profile.id = read_id(fields);
  profile.name = fields.text("name");
  profile.kind = read_choice(fields, "kind", kKinds);
  profile.provider = fields.text("provider");
  if (profile.kind == ServiceKind::transcription) {
    profile.watt_hours_per_audio_minute =
        fields.range("watt_hours_per_audio_minute", kWattHoursPerMinute);
    profile.seconds_per_audio_minute = fields.range("seconds_per_audio_minute", kSecondsPerMinute);
  } else {
    profile.model = fields.text("model");
    profile.vocabulary = read_choice(fields, "vocabulary", kSizes);
    profile.batch_size = fields.range("batch_size", kBatchSize);
  }
  profile.source = read_source(fields);
  return profile;
}

Language read_language(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"id", "name", "characters_per_token_large_vocabulary",
                 "characters_per_token_small_vocabulary", "source", "as_of"});
  Language language;
  language.id = read_id(fields);
  language.name = fields.text("name");
  language.characters_per_token_large_vocabulary =
      fields.range("characters_per_token_large_vocabulary", kCharactersPerToken);
  language.characters_per_token_small_vocabulary =
      fields.range("characters_per_token_small_vocabulary", kCharactersPerToken);
  language.source = read_source(fields);
  return language;
}

}  // namespace gramme
