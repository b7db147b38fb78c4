#include "importers/patterns.hpp"
#include "importers/tokenizer_json.hpp"

namespace gramme::importers {
namespace {

/// What GPT-2's byte level cuts by itself.
constexpr std::string_view kByteLevelRegex =
    R"('(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

[[nodiscard]] std::string_view text_of(const Value& record, std::string_view key) {
  const Value* const found = record.find(key);
  return found == nullptr || found->text() == nullptr ? std::string_view{} : *found->text();
}

[[nodiscard]] bool is_set(const Value& record, std::string_view key) {
  const Value* const found = record.find(key);
  return found != nullptr && found->flag() != nullptr && *found->flag();
}

/// The steps of a part of the tokenizer: none, itself, or those of a sequence.
[[nodiscard]] std::vector<const Value*> steps_of(const Value* part, std::string_view list) {
  std::vector<const Value*> steps;
  if (part == nullptr || part->is_null()) return steps;
  const Value* const inner = part->find(list);
  if (inner == nullptr || inner->list() == nullptr) return {part};
  for (const Value& step : *inner->list()) steps.push_back(&step);
  return steps;
}

void unsupported(Reading& reading, std::string_view place, const char* message) {
  reading.report(ErrorCode::vocabulary_unsupported, Path{nullptr, place, -1}, message);
}

void read_normalizer(const Value& document, Reading& reading, RankedTokens& out) {
  for (const Value* const step : steps_of(document.find("normalizer"), "normalizers")) {
    if (text_of(*step, "type") != "NFC") {
      return unsupported(reading, "normalizer", "Only NFC is known as a normaliser.");
    }
    out.is_composed = true;
  }
}

/// The regular expression of a step that cuts at its matches; empty when it does something else.
[[nodiscard]] std::string_view regex_of_split(const Value& step) {
  const Value* const pattern = step.find("pattern");
  const bool is_known = text_of(step, "type") == "Split" && pattern != nullptr &&
                        text_of(step, "behavior") == "Isolated" && !is_set(step, "invert");
  return is_known ? text_of(*pattern, "Regex") : std::string_view{};
}

/// Whether the byte level cuts too. Absent, it does: older files know nothing else.
[[nodiscard]] bool cuts(const Value& byte_level) {
  return byte_level.find("use_regex") == nullptr || is_set(byte_level, "use_regex");
}

/// The regular expressions of the steps, of which the last is the byte level, joined by newlines;
/// empty when a step is of another kind.
[[nodiscard]] std::string regex_of(const std::vector<const Value*>& steps) {
  std::string regex;
  for (const Value* const step : steps) {
    const bool is_last = step == steps.back();
    if (is_last && is_set(*step, "add_prefix_space")) return {};
    if (is_last && !cuts(*step)) return regex;
    const std::string_view part = is_last ? kByteLevelRegex : regex_of_split(*step);
    if (part.empty()) return {};
    if (!regex.empty()) regex += '\n';
    regex += part;
  }
  return regex;
}

void read_pattern(const Value& document, Reading& reading, RankedTokens& out) {
  const auto steps = steps_of(document.find("pre_tokenizer"), "pretokenizers");
  const bool is_byte_level = !steps.empty() && text_of(*steps.back(), "type") == "ByteLevel";
  out.splitter = is_byte_level ? splitter_of_regex(regex_of(steps)) : nullptr;
  if (out.splitter != nullptr) return;
  unsupported(reading, "pre_tokenizer",
              "Texts are cut in a way that is not known here, or not byte-level (SentencePiece).");
}

void read_model(const Value& document, Reading& reading, RankedTokens& out) {
  const Value* const model = document.find("model");
  const bool is_bpe = model != nullptr && text_of(*model, "type") == "BPE";
  const bool is_plain = is_bpe && !is_set(*model, "byte_fallback") && !is_set(*model, "fuse_unk") &&
                        text_of(*model, "continuing_subword_prefix").empty() &&
                        text_of(*model, "end_of_word_suffix").empty();
  if (!is_plain) {
    return unsupported(reading, "model",
                       "Only byte-level byte-pair encoding (BPE) is read: no unigram, WordPiece or "
                       "SentencePiece model.");
  }
  out.finds_whole_pieces = is_set(*model, "ignore_merges");
}

}  // namespace

void read_kind(const Value& document, Reading& reading, RankedTokens& out) {
  read_model(document, reading, out);
  if (!reading.problem) read_normalizer(document, reading, out);
  if (!reading.problem) read_pattern(document, reading, out);
}

}  // namespace gramme::importers
