// What one file of a service weighs (docs/method.md#decision).
#include "decision/weigh_entry.hpp"

#include <algorithm>
#include <array>

#include "decision/site.hpp"

namespace gramme {

namespace {

constexpr std::string_view kMeasured = "measured";

struct KindName {
  std::string_view name;
  ServiceKind kind;
};
constexpr std::array kKinds{KindName{"transcription", ServiceKind::transcription},
                            KindName{"translation", ServiceKind::translation},
                            KindName{"text-generation", ServiceKind::text_generation}};

/// A profile by its id, or the first of a kind by the kind's name; null: there is none.
const ServiceProfile* find_profile(const Catalog& catalog, const std::string& name) {
  for (const KindName& entry : kKinds) {
    if (entry.name != name) continue;
    const auto found =
        std::find_if(catalog.services.begin(), catalog.services.end(),
                     [&](const ServiceProfile& profile) { return profile.kind == entry.kind; });
    return found == catalog.services.end() ? nullptr : &*found;
  }
  return find_by_id(catalog.services, name);
}

std::string ids_of(const std::vector<ServiceProfile>& profiles) {
  std::string out;
  for (const ServiceProfile& profile : profiles) out += (out.empty() ? "" : ", ") + profile.id;
  return out;
}

/// What a server uses beside its accelerators, as a factor: the figures of the default method.
Range factor_beside_accelerators(const Catalog& catalog, WeighingNotes& notes) {
  Range factor = exactly(1.0);
  const MethodEntry* method = find_by_id(catalog.methods, "roofline");
  if (method == nullptr) return factor;
  const MethodProfile* profile = find_by_id(method->profiles, method->default_profile);
  if (profile == nullptr) return factor;
  for (const auto& [name, figure] : profile->constants) {
    if (name == "host_energy_share" || name == "idle_energy_share") factor += figure;
  }
  notes.add(profile->source);
  return factor;
}

/// One entry with all that weighing it needs.
struct Weighing {
  const Catalog& catalog;
  const ServiceEntry& entry;
  const ServiceProfile& profile;
  Site site;
};

Problem weigh_audio(const Weighing& in, WeighedEntry& out, WeighingNotes& notes) {
  const ServiceEntry& entry = in.entry;
  if (!entry.audio_minutes && !entry.video_minutes) {
    return fail(ErrorCode::missing_key, entry.path + ".audio_minutes",
                "transcription needs audio_minutes or video_minutes of each file");
  }
  // Of a video only the sound is transcribed.
  const Range minutes =
      entry.audio_minutes.value_or(Range{}) + entry.video_minutes.value_or(Range{});
  const Range beside = factor_beside_accelerators(in.catalog, notes);
  out.watt_hours_per_file = minutes * in.profile.watt_hours_per_audio_minute * beside * in.site.pue;
  out.grams_co2e_per_file = grams_of(out.watt_hours_per_file, in.site);
  if (!out.seconds_per_file) {
    out.seconds_per_file = (minutes * in.profile.seconds_per_audio_minute).central;
  }
  notes.warn(Warning{"embodied_not_counted",
                     "transcription: the making of the machines is not in the figure"});
  return std::nullopt;
}

/// Fewest tokens come of the fewest characters in the longest tokens.
Range tokens_of(const Range& characters, const Range& per_token) {
  return {characters.low / per_token.high, characters.central / per_token.central,
          characters.high / per_token.low};
}

/// Tokens as the entry gives them, or of its characters.
Result<Range> tokens_of(const Weighing& in, const std::optional<Range>& tokens,
                        const Range& characters, WeighingNotes& notes) {
  if (tokens) return *tokens;
  const Language* language = find_by_id(in.catalog.languages, in.entry.language);
  if (language == nullptr) {
    return fail(ErrorCode::dangling_reference, in.entry.path + ".id",
                "no characters per token are known of the language \"" +
                    in.entry.language.substr(0, 60) +
                    "\": give input_tokens and output_tokens, or add it to `languages` in a "
                    "config of your own (--config)");
  }
  notes.add(language->source);
  return tokens_of(characters, in.profile.vocabulary == VocabularySize::small
                                   ? language->characters_per_token_small_vocabulary
                                   : language->characters_per_token_large_vocabulary);
}

/// What is read and written for one file, as an exchange with the model.
Result<Exchange> exchange_of(const Weighing& in, WeighingNotes& notes) {
  const ServiceEntry& entry = in.entry;
  if (!entry.characters && !entry.input_tokens) {
    return fail(ErrorCode::missing_key, entry.path + ".characters",
                "texts need characters, or input_tokens, of each file");
  }
  const bool is_translated = in.profile.kind == ServiceKind::translation;
  if (!is_translated && !entry.output_characters && !entry.output_tokens) {
    return fail(ErrorCode::missing_key, entry.path + ".output_characters",
                "text generation needs output_characters, or output_tokens, of each file");
  }
  const Range read = entry.characters.value_or(Range{});
  const Result<Range> input = tokens_of(in, entry.input_tokens, read, notes);
  if (!input) return input.error();
  // A translation is about as long as its text.
  const bool is_as_long = !entry.output_tokens && !entry.output_characters;
  const Result<Range> output =
      is_as_long
          ? input
          : tokens_of(in, entry.output_tokens, entry.output_characters.value_or(read), notes);
  if (!output) return output.error();
  Exchange exchange;
  exchange.model = in.profile.model;
  exchange.input_tokens = *input;
  exchange.output_tokens = *output;
  exchange.region = in.site.region;
  exchange.pue = in.site.pue;
  exchange.server.batch_size = in.profile.batch_size;
  return exchange;
}

/// What an estimate says of a model by its name alone is known here: the profile names it.
bool is_of_the_name(const Warning& warning) {
  return warning.code == "unknown_model" || warning.code == "model_assumed_from_family" ||
         warning.code == "water_unknown";
}

Problem weigh_text(const Weighing& in, WeighedEntry& out, WeighingNotes& notes) {
  const Result<Exchange> exchange = exchange_of(in, notes);
  if (!exchange) return exchange.error();
  const Result<Estimate> estimated = estimate(in.catalog, *exchange);
  if (!estimated) return estimated.error();
  out.input_tokens = exchange->input_tokens;
  out.output_tokens = exchange->output_tokens;
  out.watt_hours_per_file = estimated->footprint.energy_watt_hours;
  out.grams_co2e_per_file = estimated->footprint.grams_co2e;
  for (const Warning& warning : estimated->warnings) {
    if (!is_of_the_name(warning)) notes.warn(warning);
  }
  if (const ModelArchitecture* shape = find_architecture(in.catalog, in.profile.model)) {
    notes.add(shape->source);
  }
  if (!estimated->sources.empty()) notes.add(estimated->sources.back());
  return std::nullopt;
}

Problem weigh_by_profile(const Weighing& in, WeighedEntry& out, WeighingNotes& notes) {
  out.profile_id = in.profile.id;
  notes.add(in.profile.source);
  return in.profile.kind == ServiceKind::transcription ? weigh_audio(in, out, notes)
                                                       : weigh_text(in, out, notes);
}

}  // namespace

Result<WeighedEntry> weigh_entry(const Catalog& catalog, const DecisionMatrix& matrix,
                                 const ServiceEntry& entry, WeighingNotes& notes) {
  const bool is_measured = entry.kind == kMeasured;
  const ServiceProfile* profile = is_measured ? nullptr : find_profile(catalog, entry.kind);
  if (!is_measured && profile == nullptr) {
    return fail(ErrorCode::dangling_reference,
                entry.path.substr(0, entry.path.rfind(".languages")) + ".kind",
                "transcription, translation, text-generation, measured, or one of " +
                    ids_of(catalog.services));
  }
  const Result<Site> site =
      find_site(catalog, matrix, is_measured ? "unknown" : profile->provider, notes);
  if (!site) return site.error();
  WeighedEntry out;
  out.entry = entry;
  out.seconds_per_file = entry.seconds_per_file;
  out.input_tokens = entry.input_tokens;
  out.output_tokens = entry.output_tokens;
  if (entry.watt_hours_per_file) {
    out.watt_hours_per_file = *entry.watt_hours_per_file * site->pue;
    out.grams_co2e_per_file = grams_of(out.watt_hours_per_file, *site);
    out.profile_id = kMeasured;
  } else if (is_measured) {
    return fail(ErrorCode::missing_key, entry.path + ".watt_hours_per_file",
                "a measured service needs what it uses for each file");
  } else if (Problem problem = weigh_by_profile({catalog, entry, *profile, *site}, out, notes)) {
    return *std::move(problem);
  }
  if (entry.grams_co2e_per_file) out.grams_co2e_per_file = *entry.grams_co2e_per_file;
  return out;
}

}  // namespace gramme
