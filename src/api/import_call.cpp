// Vocabularies of the caller's own: packed files, and those of other programs.
#include "api/call.hpp"
#include "api/counting.hpp"
#include "api/envelope.hpp"
#include "data/fields.hpp"
#include "importers/import.hpp"
#include "importers/pack_vocabulary.hpp"
#include "tokens/vocabulary.hpp"

namespace gramme {

namespace {

constexpr std::string_view kPackedMagic = "GVOC";

/// The vocabulary that an increment adds to, if it is loaded; null for whole files.
const Vocabulary* find_base(const Core& core, std::span<const std::uint8_t> file) {
  const auto opened = tokens::open_vocabulary_file(file);
  if (!opened || !opened->base_checksum) return nullptr;
  for (const auto& [name, counter] : core.counters) {
    if (counter->vocabulary().checksum() == *opened->base_checksum) return &counter->vocabulary();
  }
  return nullptr;
}

struct Imported {
  std::shared_ptr<const Vocabulary> vocabulary;
  SpecialTokens specials;
};

Result<Imported> import_file(const Core& core, std::string_view file, std::string_view pattern) {
  if (file.substr(0, kPackedMagic.size()) == kPackedMagic) {
    auto loaded = load_vocabulary(bytes_of(file), find_base(core, bytes_of(file)));
    if (!loaded) return loaded.error();
    return Imported{*std::move(loaded), {}};
  }
  Result<importers::RankedTokens> ranked = importers::import_vocabulary(file, pattern);
  if (!ranked) return ranked.error();
  const auto packed = importers::pack_vocabulary(*ranked, nullptr);
  if (!packed) return packed.error();
  auto loaded = load_vocabulary(*packed);
  if (!loaded) return loaded.error();
  return Imported{*std::move(loaded), {.named = std::move(ranked->specials), .reserved = {}}};
}

/// The caller's encoding of that name, new or the one it had.
Encoding& own_encoding(Core& core, const std::string& name) {
  for (Encoding& own : core.own_encodings) {
    if (own.id == name) return own;
  }
  return core.own_encodings.emplace_back();
}

Result<Value> import(Core& core, std::string_view request, std::string_view file) {
  const Result<Value> document = parse_json(request);
  if (!document) return document.error();
  Reading reading;
  Fields fields(*document, Path{}, reading, {"name", "pattern"});
  const std::string name = fields.text("name");
  const std::string pattern = fields.optional_text("pattern").value_or(std::string{});
  if (reading.problem) return *reading.problem;
  if (find_by_id(core.catalog.encodings(), name) != nullptr || core.is_shipped_file(name)) {
    return fail(ErrorCode::duplicate_id, "/name", "an encoding or a file of Gramme has this name");
  }
  Result<Imported> imported = import_file(core, file, pattern);
  if (!imported) return imported.error();
  const Vocabulary& vocabulary = *imported->vocabulary;
  Record answer{{"encoding", name},
                {"tokens", static_cast<double>(vocabulary.size())},
                {"specialTokens", static_cast<double>(imported->specials.named.size())},
                {"pattern", vocabulary.splitter().name}};
  Encoding& own = own_encoding(core, name);
  own.id = name;
  own.name = name;
  own.vocabulary = name;
  own.special_tokens = std::move(imported->specials);
  core.counters.insert_or_assign(name,
                                 std::make_shared<TokenCounter>(std::move(imported->vocabulary)));
  return Value{std::move(answer)};
}

}  // namespace

bool Core::is_shipped_file(std::string_view name) const {
  for (const Encoding& encoding : catalog.encodings()) {
    if (encoding.vocabulary == name) return true;
  }
  return false;
}

std::string import_vocabulary_call(Core& core, std::string_view request,
                                   std::string_view file) noexcept {
  return enveloped([&] { return import(core, request, file); });
}

std::string load_vocabulary_call(Core& core, std::string_view name,
                                 std::string_view bytes) noexcept {
  return enveloped([&]() -> Result<Value> {
    auto loaded = load_vocabulary(bytes_of(bytes), find_base(core, bytes_of(bytes)));
    if (!loaded) return loaded.error();
    core.counters.insert_or_assign(std::string(name),
                                   std::make_shared<TokenCounter>(std::move(loaded).value()));
    return Value{Record{{"vocabulary", name}}};
  });
}

}  // namespace gramme
