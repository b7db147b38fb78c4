#pragma once

#include <optional>
#include <string>

#include "gramme/range.hpp"
#include "gramme/source.hpp"

namespace gramme {

enum class ServiceKind { transcription, translation, text_generation };

/// How many languages a tokenizer was made for, roughly: what its tokens hold depends on it.
enum class VocabularySize { small, large };

/// What a service that works on files uses.
struct ServiceProfile {
  std::string id;
  std::string name;
  ServiceKind kind = ServiceKind::transcription;
  /// Whose PUE and usual region stand in where the user names none.
  std::string provider;
  // Of transcription: the accelerator alone.
  Range watt_hours_per_audio_minute;
  Range seconds_per_audio_minute;
  // Of text.
  std::string model;
  VocabularySize vocabulary = VocabularySize::large;
  /// Requests decoded together.
  Range batch_size;
  Source source;
};

/// How many characters of a language make a token.
struct Language {
  std::string id;
  std::string name;
  Range characters_per_token_large_vocabulary;
  Range characters_per_token_small_vocabulary;
  Source source;
};

}  // namespace gramme
